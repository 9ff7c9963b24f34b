import CEL
import LinkageCore
import Values

/// Reads one step: finds out of which kind it is, and reads what all kinds have.
struct StepReader {
  let scope: StepScope
  /// What is known before the step.
  let before: Vocabulary
  let done: DoneSteps
  let item: StepItem
  /// Whether it runs together with others.
  var isBeside = false

  var reader: NodeReader { scope.reader }
  var expressions: ExpressionReader { scope.expressions }

  /// `nil` after a report when it is no step at all.
  func step() -> StepRead? {
    let kinds = StepKind.all(of: item.node)
    guard
      let fields = Fields(
        item.node, "step", keys: StepKeys.known(in: item.node), elsewhere: StepKeys.elsewhere,
        reader: reader)
    else { return nil }
    if kinds.count > 1 { conflict(kinds[0].key, kinds[1].key, fields) }
    guard var read = self.step(fields, kinds.first?.kind ?? .operation) else { return nil }
    read.step = read.step.with(when: self.when(fields), isSoft: fields.flag("soft") ?? false)
    read.rounds = Rounds(fields, reader: reader)
    return read
  }

  private func step(_ fields: Fields, _ kind: StepKind) -> StepRead? {
    switch kind {
    case .operation: OperationStepReader(step: self, fields: fields).read()
    case .parity: ParityReader(step: self, fields: fields).read()
    case .together: TogetherReader(step: self, fields: fields).read()
    case .use: UseReader(step: self, fields: fields).read()
    case .fault: FaultStepReader(step: self, fields: fields).read()
    case .heal: HealStepReader(step: self, fields: fields).read()
    case .clock: ClockStepReader(step: self, fields: fields).read()
    }
  }

  private func when(_ fields: Fields) -> Located? {
    let when = expressions.condition(fields["when"], "when", in: before)
    if let expression = when?.expression, expression.references.isEmpty,
      (try? expression.evaluate(in: scope.surroundings.library.scope)) == .bool(false)
    {
      reader.report(.neverRuns, at: fields.target("when"))
    }
    return when
  }

  /// Two keys of which a step can only have one.
  func conflict(_ first: String, _ second: String, _ fields: Fields) {
    reader.report(
      .conflictingKeys(first: first, second: second), at: fields.key(second) ?? item.node)
  }

  /// The step's first line.
  var place: Place {
    let start = item.node.range.lowerBound
    return reader.source.place(EntryText.lineRest(from: start, in: reader.source))
  }

  /// Who acts: the one that `as` names, else the one for whom a flow is used.
  func actor(_ fields: Fields) -> ActingActor {
    guard fields.has("as") else { return ActingActor(scope.frame.actor) }
    guard let name = expressions.text(fields["as"], "as") else { return .unknown }
    expressions.mentions.add(actor: name)
    if let types = scope.fields(of: name) {
      return ActingActor(name: name, key: scope.key(of: name), fields: types)
    }
    if scope.surroundings.target.isIncomplete { return ActingActor(name: name, key: name) }
    let known = scope.actorNames
    reader.report(
      .unknownActor(name: name, nearest: Nearest.name(to: name, among: known), known: known),
      at: fields.target("as"))
    return .unknown
  }

  /// The names that it gives to values, which later steps may use.
  func lets(
    _ fields: Fields, in vocabulary: Vocabulary
  ) -> (expressions: [NamedExpression], names: [StepRead.Let]) {
    let lets = RequestReader(expressions: expressions, platforms: nil)
      .lets(fields["let"], in: vocabulary)
    let names = (fields["let"]?.keys ?? []).map { name in
      let located = lets.first { $0.name == name.scalarText }?.located
      let type = located.map { expressions.type(of: $0, in: vocabulary) }
      return StepRead.Let(name: name, type: type ?? .dyn)
    }
    return (lets, names)
  }

  /// What its id stands for: its record, and after several rounds those of all of them.
  func record(_ members: KeyValuePairs<String, Shape>, _ fields: Fields) -> Shape {
    var names = members.map(\.key)
    var shapes = Dictionary(members.map { ($0.key, $0.value) }) { $1 }
    if fields.has("repeat") {
      names.append("rounds")
      shapes["rounds"] = .value(
        .list(
          Shape.members(
            Members(owner: .plain(item.id), names: names, shapes: shapes)
          ).type))
    }
    return .members(Members(owner: .plain(item.id), names: names, shapes: shapes))
  }
}

extension YAMLNode {
  /// The keys of a mapping; none for any other node.
  var keys: [YAMLNode] {
    if case .mapping(let entries) = content { entries.map(\.key) } else { [] }
  }
}
