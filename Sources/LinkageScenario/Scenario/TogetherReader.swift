import LinkageCore

/// Reads steps that begin at the same instant.
struct TogetherReader {
  let step: StepReader
  let fields: Fields

  func read() -> StepRead {
    let node = fields["together"]
    let nodes = step.reader.list(node, "together")
    if let node, nodes.isEmpty, case .list = node.content {
      step.reader.report(
        .invalidValue(owner: "together", found: "[]", expected: "- do: web.register"), at: node)
    }
    let inner = step.isBeside ? nested() : step.item.children.compactMap(self.step)
    let steps = inner.flatMap { $0.steps(below: step.scope.frame.path) }
    let read = Step(
      id: step.item.id, place: step.place, body: .together(steps), actor: nil, with: [],
      expect: [], sync: nil, fails: nil, mayFail: [], isFinally: step.item.isFinally)
    return StepRead(
      item: step.item, step: read, shape: .any, inner: inner,
      isPromised: inner.allSatisfy(\.isPromised))
  }

  private func nested() -> [StepRead] {
    step.reader.report(.nestedTogether, at: fields.key("together") ?? step.item.node)
    return []
  }

  /// One of them: it sees nothing of the others.
  private func step(_ item: StepItem) -> StepRead? {
    var before = step.before
    for other in step.item.all where other.idNode != nil { before.add(other.id, .beside) }
    let read = StepReader(
      scope: step.scope, before: before, done: step.done, item: item, isBeside: true
    ).step()
    return read.flatMap { step.scope.affordsRounds(of: $0) ? $0 : nil }
  }
}
