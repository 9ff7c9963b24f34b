import CEL
import LinkageCore
import Values

/// Reads a step that does an operation of contract and target, or a request of its own.
struct OperationStepReader {
  let step: StepReader
  let fields: Fields
  private var scope: StepScope { step.scope }
  private var reader: NodeReader { step.reader }
  private var expressions: ExpressionReader { step.expressions }

  func read() -> StepRead {
    let actor = step.actor(fields)
    let with = expressions.entries(fields["with"], "with", in: step.before)
    let operation = self.operation(actor, with)
    let inputs = InputCheck(step: step, fields: fields, with: with, actor: actor)
    if let model = operation.model, fields.has("do") { inputs.check(model) }
    inputs.checkTexts()
    let answer = self.answer(operation, inputs.shape(of: operation.model))
    let shape = step.record(
      [
        "with": answer["with"] ?? .any, "out": record(answer), "outcome": .value(.string),
        "http": Vocabulary.http,
      ], fields)
    let after = step.item.idNode == nil ? answer : answer.adding(step.item.id, shape)
    return read(operation, actor, with, answer: answer, after: after, shape)
  }

  private func read(
    _ operation: StepOperation, _ actor: ActingActor, _ with: [Template.Entry],
    answer: Vocabulary, after: Vocabulary, _ shape: Shape
  ) -> StepRead {
    let lets = step.lets(fields, in: after)
    let errors = ErrorNames(expressions: expressions, operation: operation)
    let expect = expressions.conditions(fields["expect"], "expect", in: after)
    let models = operation.model.map { [$0] } ?? []
    let waiting = WaitingReader(step: step, fields: fields, operations: models)
    let (sync, stays) = waiting.read(
      in: after, stop: answer.adding("outcome", .value(.string)),
      hasCondition: fields.has("expect") || fields.has("fails"))
    if fields.has("fails"), fields.has("may_fail") { step.conflict("fails", "may_fail", fields) }
    let read = Step(
      id: step.item.id, place: step.place, body: .operation(operation.operation),
      actor: actor.key, with: with, expect: expect, sync: sync, stays: stays,
      lets: lets.expressions, fails: errors.one(fields["fails"]),
      mayFail: errors.many(fields["may_fail"]), isFinally: step.item.isFinally)
    return StepRead(
      item: step.item, step: read, shape: shape, lets: lets.names,
      isPromised: operation.model?.isPromised ?? false)
  }

  private func operation(_ actor: ActingActor, _ with: [Template.Entry]) -> StepOperation {
    let method = RequestReader.methods.first(where: fields.has)
    switch (fields.has("do"), method) {
    case (true, nil): return named()
    case (false, _?): return inline(actor, with)
    case (false, nil): fields.missing("do", or: RequestReader.methods + ["use", "together"])
    case (true, let method?): step.conflict("do", method, fields)
    }
    return .unjudged(step.item.id)
  }

  private func named() -> StepOperation {
    guard let name = expressions.text(fields["do"], "do") else { return .unjudged(step.item.id) }
    return scope.surroundings.operation(name, at: fields.target("do"), reader)
  }

  private func inline(_ actor: ActingActor, _ with: [Template.Entry]) -> StepOperation {
    let names = with.map(\.key).merging(actor.fields?.keys.sorted() ?? [])
    let inputs: Shape =
      actor.fields == nil
      ? .any : .members(Members(owner: .inputs(operation: step.item.id), names: names))
    let request = step.before.adding([
      "with": inputs, "session": scope.surroundings.session, "base": .value(.string),
    ])
    let template = RequestReader(expressions: expressions, platforms: scope.platforms).request(
      fields, platform: nil, at: step.item.node, lets: [], in: request,
      answer: request.adding("http", Vocabulary.http))
    guard let template else { return .unjudged(step.item.id) }
    let path = fields[template.method.lowercased()]?.scalarText ?? ""
    let name = InlineOperation.name(
      platform: template.platform, method: template.method, path: path)
    return .known(
      OperationModel(
        name: name, platform: template.platform, requests: [template], promise: nil,
        usedInputs: [], probeSpacing: nil, missing: ProblemList()))
  }

  /// What others see of its output: of one that must be refused, nothing.
  private func record(_ answer: Vocabulary) -> Shape {
    guard fields.has("fails") else { return answer["out"] ?? .any }
    return .members(Members(owner: .refused(step: step.item.id), names: []))
  }

  /// What the step knows with an answer; when it is over, its own id names it too.
  private func answer(_ operation: StepOperation, _ inputs: Shape) -> Vocabulary {
    step.before.adding([
      "with": inputs, "out": operation.model?.outputShape ?? .any, "http": Vocabulary.http,
    ])
  }
}

extension OperationModel {
  /// What expressions may select from what it returned.
  var outputShape: Shape {
    let promised = operation.outputs.map { ($0.name, Shape.value($0.returned)) }
    return .members(
      Members(
        owner: .outputs(operation: operation.name), names: outputs,
        shapes: Dictionary(promised) { $1 }))
  }
}
