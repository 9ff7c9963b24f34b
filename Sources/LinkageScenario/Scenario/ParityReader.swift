import CEL
import LinkageCore
import Values

/// Reads a step that reads one entity on several platforms and compares what they give.
struct ParityReader {
  let step: StepReader
  let fields: Fields
  private var reader: NodeReader { step.reader }
  private var expressions: ExpressionReader { step.expressions }
  private var surroundings: Surroundings { step.scope.surroundings }

  func read() -> StepRead {
    let actor = step.actor(fields)
    let with = expressions.entries(fields["with"], "with", in: step.before)
    let entity = self.entity()
    let reads = self.reads()
    let models = reads.compactMap(\.operation.model)
    let check = InputCheck(step: step, fields: fields, with: with, actor: actor)
    for write in reads { write.reportWrite(to: reader) }
    let inputs = check.check(models)
    check.checkTexts()
    let out = Shape.members(
      Members(
        owner: .plain("out"), names: reads.map(\.name),
        shapes: Dictionary(
          reads.map { ($0.name, $0.operation.model?.outputShape ?? .any) }
        ) { $1 }))
    let shape = step.record(
      ["with": inputs, "out": out, "outcome": .value(.string)], fields)
    let answer = step.before.adding(["with": inputs, "out": out])
    let after = step.item.idNode == nil ? answer : answer.adding(step.item.id, shape)
    let compared = ComparedFields(step: step, fields: fields, reads: reads, entity: entity)
      .conditions(in: after)
    let waiting = WaitingReader(step: step, fields: fields, operations: models, entity: entity)
    let (sync, stays) = waiting.read(
      in: after, stop: answer.adding("outcome", .value(.string)), hasCondition: true)
    let lets = step.lets(fields, in: after)
    let parity = Parity(
      entity: entity,
      reads: reads.map { Parity.Read(name: $0.name, operation: $0.operation.operation) },
      fields: compared.map(\.field))
    let read = Step(
      id: step.item.id, place: step.place, body: .parity(parity), actor: actor.key, with: with,
      expect: compared.map(\.condition)
        + expressions.conditions(fields["expect"], "expect", in: after),
      sync: sync, stays: stays, lets: lets.expressions, fails: nil, mayFail: [],
      isFinally: step.item.isFinally)
    return StepRead(
      item: step.item, step: read, shape: shape, lets: lets.names,
      isPromised: models.count == reads.count && models.allSatisfy(\.isPromised))
  }

  private func entity() -> String? {
    guard let name = expressions.text(fields["parity"], "parity"),
      case .read(let contract) = surroundings.contract
    else { return expressions.text(fields["parity"], "parity") }
    let known = contract.entities.map(\.name)
    if known.contains(name) { return name }
    let nearest = Nearest.name(to: name, among: known)
    reader.report(
      .unknownEntity(name: name, nearest: nearest, known: known), at: fields.target("parity"))
    return nil
  }

  private func reads() -> [ParityRead] {
    guard let node = fields.required("read"), let entries = reader.entries(node, "read") else {
      return []
    }
    if entries.count < 2 {
      let found = "{ \(entries.compactMap(\.key.scalarText).joined(separator: ", ")) }"
      reader.report(
        .invalidValue(
          owner: "read", found: found, expected: "{ web: web.member, mini: mini.member }"),
        at: node)
    }
    return entries.compactMap(read)
  }

  private func read(_ entry: YAMLEntry) -> ParityRead? {
    guard let name = entry.key.scalarText,
      !reader.report(Identifier.problem(withField: name), at: entry.key),
      let operation = expressions.text(entry.value, name)
    else { return nil }
    let node = entry.value.isAbsent ? entry.key : entry.value
    return ParityRead(
      name: name, node: node, operation: surroundings.operation(operation, at: node, reader))
  }
}

/// One of the reads that a parity compares.
struct ParityRead {
  var name: String
  var node: YAMLNode
  var operation: StepOperation

  /// What is repeated and compared cannot write.
  func reportWrite(to reader: NodeReader) {
    guard let model = operation.model, model.operation.isWrite else { return }
    reader.report(.parityOnWrite(operation: model.operation.name), at: node)
  }
}

extension InputCheck {
  /// Checks what is handed to several operations at once, and says what `with` then holds.
  fileprivate func check(_ models: [OperationModel]) -> Shape {
    guard !models.isEmpty else { return .any }
    let promised = models.filter(\.isPromised)
    var inputs: [Field] = []
    for field in promised.flatMap(\.operation.inputs)
    where !inputs.contains(where: { $0.name == field.name }) {
      inputs.append(field)
    }
    if promised.count == models.count {
      checkKnown(inputs, of: models.map(\.operation.name).joined(separator: ", "))
    }
    checkTypes(inputs)
    for model in models {
      let required =
        model.isPromised
        ? model.operation.inputs.filter { !$0.isOptional }.map(\.name) : model.usedInputs
      checkMissing(required, of: model.operation.name, at: "read")
    }
    guard promised.count == models.count else { return given(owner: "parity") }
    return shape(of: inputs, owner: "parity")
  }
}
