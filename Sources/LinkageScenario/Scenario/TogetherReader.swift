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
    let inner = step.isBeside ? nested() : self.inner()
    let steps = inner.flatMap { $0.steps(below: step.scope.frame.path) }
    let read = Step(
      id: step.item.id, place: step.place, body: .together(steps), actor: nil, with: [],
      expect: [], sync: nil, fails: nil, mayFail: [], isFinally: step.item.isFinally)
    return StepRead(
      item: step.item, step: read, shape: .group, inner: inner,
      isPromised: inner.allSatisfy(\.isPromised))
  }

  private func nested() -> [StepRead] {
    step.reader.report(.nestedTogether, at: fields.key("together") ?? step.item.node)
    return []
  }

  /// Each sees nothing of the others.
  private func inner() -> [StepRead] {
    var before = step.before
    for item in step.item.all where item.idNode != nil { before.add(item.id, .beside) }
    return step.item.children.compactMap { item in
      let reader = StepReader(
        scope: step.scope, before: before, done: step.done, item: item, isBeside: true)
      return reader.step().flatMap { step.scope.affordsRounds(of: $0) ? $0 : nil }
    }
  }
}
