import CEL
import LinkageCore
import Values

/// Reads a step that uses a flow.
struct UseReader {
  let step: StepReader
  let fields: Fields
  private var reader: NodeReader { step.reader }
  private var expressions: ExpressionReader { step.expressions }
  private var scope: StepScope { step.scope }

  func read() -> StepRead? {
    let actor = step.actor(fields)
    let with = expressions.entries(fields["with"], "with", in: step.before)
    let check = InputCheck(step: step, fields: fields, with: with, actor: actor)
    let flow = self.flow(actor, check)
    check.checkTexts()
    let inputs = flow.map { check.shape(of: $0.flow.inputs, owner: $0.flow.name) } ?? .any
    let outputs = flow?.outputs ?? .any
    let shape = step.record(
      ["with": inputs, "out": outputs, "outcome": .value(.string)], fields)
    var after = step.before.adding(["with": inputs, "out": outputs])
    if step.item.idNode != nil { after.add(step.item.id, shape) }
    let expect = expressions.conditions(fields["expect"], "expect", in: after)
    let lets = step.lets(fields, in: after)
    guard let flow else {
      return nil
    }
    let read = Step(
      id: step.item.id, place: step.place, body: .flow(flow.flow), actor: actor.key, with: with,
      expect: expect, sync: nil, lets: lets.expressions, fails: nil, mayFail: [],
      isFinally: step.item.isFinally)
    return StepRead(
      item: step.item, step: read, shape: shape, lets: lets.names, isPromised: flow.isPromised)
  }

  /// `nil` after a report, also one made when the flow was read before.
  private func flow(_ actor: ActingActor, _ check: InputCheck) -> FlowRead? {
    guard let name = expressions.text(fields["use"], "use") else { return nil }
    let path = RelativePath.resolve(name, from: reader.source.path)
    let node = fields.target("use")
    guard isAllowed(path, at: node) else { return nil }
    switch scope.flows.open(path) {
    case .absent:
      reader.report(.missingFile(path: path), at: node)
      return nil
    case .other(let kind):
      reader.report(
        .spelling(.otherKind(path: path, found: kind.rawValue, expected: "flow")), at: node)
      return nil
    case .unreadable: return nil
    case .read(let document): return flow(document, actor, check)
    }
  }

  private func flow(
    _ document: FlowDocument, _ actor: ActingActor, _ check: InputCheck
  ) -> FlowRead? {
    let flow = FlowReader(
      document: document, surroundings: scope.surroundings, flows: scope.flows,
      budget: scope.budget, table: scope.table)
    let head = flow.head()
    check.check(head.inputs, of: head.name, at: "use")
    let frame = Frame(
      path: scope.frame.path + step.item.keyPart + "/", actor: actor.inside,
      flows: scope.frame.flows + [document.path],
      inputs: check.shape(of: head.inputs, owner: head.name))
    return flow.read(head, in: frame)
  }

  /// A flow cannot use itself, nor flows be used without end.
  private func isAllowed(_ path: String, at node: YAMLNode) -> Bool {
    let way = scope.frame.flows + [path]
    if let start = scope.frame.flows.firstIndex(of: path) {
      reader.report(.flowCircle(way: Array(way[start...])), at: node)
      return false
    }
    if way.count > FlowPath.depthLimit {
      reader.report(.flowsTooDeep(limit: FlowPath.depthLimit), at: node)
      return false
    }
    return true
  }
}
