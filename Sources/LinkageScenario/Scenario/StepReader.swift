import LinkageCore
import Values

/// Reads one step.
struct StepReader {
  let scope: ScenarioScope
  let expressions: ExpressionReader
  /// What is known before the step.
  let before: Vocabulary
  let done: [String: StepModel]
  let item: StepList.Item
  var reader: NodeReader { scope.reader }

  struct Read {
    var model: StepModel
    /// What later steps may select from it.
    var shape: Shape
    /// The names of its `let`.
    var names: [YAMLNode]
  }

  /// `nil` after a report when it is no step at all.
  func step() -> Read? {
    let keys = StepKeys.known(in: item.node)
    guard let fields = Fields(item.node, "step", keys: keys, reader: reader) else { return nil }
    let actor = self.actor(fields)
    let with = expressions.entries(fields["with"], "with", in: before)
    let operation = operation(fields, with: with.map(\.key), actor: actor)
    let actorFields = actor.map(scope.fields(of:)) ?? (fields.has("as") ? nil : [])
    let inputs = self.inputs(operation, with, actorFields)
    let check = InputCheck(
      reader: reader, operation: operation, with: with, actor: actor, actorFields: actorFields)
    check.check(fields)
    let shape = self.shape(operation, inputs)
    let step = self.step(fields, operation, actor, with, inputs)
    return Read(
      model: StepModel(step: step, isPromised: operation.model?.isPromised ?? false),
      shape: shape, names: fields["let"]?.keys ?? [])
  }

  private func step(
    _ fields: Fields, _ operation: StepOperation, _ actor: String?, _ with: [Template.Entry],
    _ inputs: Shape
  ) -> Step {
    let answer = self.answer(operation, inputs)
    let own = item.idNode == nil ? [:] : [item.id: shape(operation, inputs)]
    let after = answer.adding(own)
    let when = expressions.expression(fields["when"], "when", in: before)
    let lets = RequestReader(expressions: expressions, platforms: nil).lets(
      fields["let"], in: after)
    let expect = expressions.expressions(fields["expect"], "expect", in: after)
    let errors = ErrorNames(reader: reader, operation: operation)
    let sync = SyncReader(scope: scope, expressions: expressions, done: done, operation: operation)
      .sync(fields, in: after, stop: answer.adding("outcome", .any))
    return Step(
      id: item.id, place: place, body: .operation(operation.operation), actor: actor, with: with,
      expect: expect, sync: sync, lets: lets, when: when,
      fails: errors.one(fields["fails"]), mayFail: errors.many(fields["may_fail"]),
      isSoft: fields.flag("soft") ?? false, isFinally: item.isFinally)
  }

  /// The step's first line.
  private var place: Place {
    let start = item.node.range.lowerBound
    return reader.source.place(EntryText.lineRest(from: start, in: reader.source))
  }

  private func actor(_ fields: Fields) -> String? {
    guard let name = fields.text("as") else { return nil }
    if scope.fields(of: name) != nil || scope.surroundings.target.isIncomplete { return name }
    let known = scope.actorNames
    reader.report(
      .unknownActor(name: name, nearest: Nearest.name(to: name, among: known), known: known),
      at: fields.target("as"))
    return nil
  }

  private func operation(
    _ fields: Fields, with: [String], actor: String?
  ) -> StepOperation {
    let method = RequestReader.methods.first(where: fields.has)
    switch (fields.has("do"), method) {
    case (true, nil): return named(fields)
    case (false, _?): return inline(fields, with: with, actor: actor)
    case (false, nil): fields.missing("do", or: RequestReader.methods)
    case (true, let method?):
      let problem = Problem.invalidValue(
        owner: "step", found: "do, \(method)", expected: "do | \(method)")
      reader.report(problem, at: fields.key(method) ?? item.node)
    }
    return .unjudged(item.id)
  }

  private func named(_ fields: Fields) -> StepOperation {
    guard let name = fields.text("do") else { return .unjudged(item.id) }
    switch scope.surroundings.operation(name) {
    case .found(let model): return .known(model)
    case .unjudged: return .unjudged(name)
    case .unknown(let problem):
      reader.report(problem, at: fields.target("do"))
      return .unjudged(name)
    }
  }

  private func inline(_ fields: Fields, with: [String], actor: String?) -> StepOperation {
    let names = with.merging(actor.flatMap(scope.fields) ?? [])
    let request = before.adding([
      "with": .members(Members(owner: .inputs(operation: item.id), names: names)),
      "session": scope.surroundings.session, "base": .any,
    ])
    let template = RequestReader(expressions: expressions, platforms: scope.platforms).request(
      fields, platform: nil, at: item.node, lets: [], in: request,
      answer: request.adding("http", Vocabulary.http))
    guard let template else { return .unjudged(item.id) }
    let path = fields[template.method.lowercased()]?.scalarText ?? ""
    let name = InlineOperation.name(
      platform: template.platform, method: template.method, path: path)
    return .known(
      OperationModel(
        name: name, platform: template.platform, requests: [template], promise: nil,
        usedInputs: [], probeSpacing: nil, missing: ProblemList()))
  }

  /// What `with` holds: the contract's inputs, or all that is given.
  private func inputs(
    _ operation: StepOperation, _ with: [Template.Entry], _ actorFields: [String]?
  ) -> Shape {
    guard let model = operation.model else { return .any }
    let promised = model.isPromised ? model.operation.inputs.map(\.name) : nil
    guard let names = promised ?? actorFields.map({ with.map(\.key).merging($0) }) else {
      return .any
    }
    return .members(Members(owner: .inputs(operation: model.operation.name), names: names))
  }

  /// What the step knows with an answer; when it is over, its own id names it too.
  private func answer(_ operation: StepOperation, _ inputs: Shape) -> Vocabulary {
    before.adding(["with": inputs, "out": outputs(operation), "http": Vocabulary.http])
  }

  private func outputs(_ operation: StepOperation) -> Shape {
    guard let model = operation.model else { return .any }
    let owner = Members.Owner.outputs(operation: model.operation.name)
    return .members(Members(owner: owner, names: model.outputs))
  }

  private func shape(_ operation: StepOperation, _ inputs: Shape) -> Shape {
    .members(
      Members(
        owner: .plain(item.id), names: ["with", "out", "outcome", "http"],
        shapes: ["with": inputs, "out": outputs(operation), "http": Vocabulary.http]))
  }
}

extension YAMLNode {
  /// The keys of a mapping; none for any other node.
  var keys: [YAMLNode] {
    if case .mapping(let entries) = content { entries.map(\.key) } else { [] }
  }
}
