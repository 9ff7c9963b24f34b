import LinkageCore

/// Gives the steps of a list their ids.
struct StepItems {
  let expressions: ExpressionReader
  private var reader: NodeReader { expressions.reader }

  func items(_ nodes: [YAMLNode], isFinally: Bool, inside group: String? = nil) -> [StepItem] {
    nodes.enumerated().map { index, node in
      let given = node.value("id")
      let id = given.flatMap { checked($0) }
      let number =
        group.map { "\($0).\(index + 1)" } ?? "\(isFinally ? "finally " : "")\(index + 1)"
      let name = id ?? "\(number) \(words(for: node))"
      var item = StepItem(
        node: node, id: name, idNode: id == nil ? nil : given, isFinally: isFinally)
      // What is nested more deeply is no step; the step's own reader says so.
      if group == nil, case .list(let nodes)? = node.value("together")?.content {
        item.children = items(nodes, isFinally: isFinally, inside: id ?? number)
      }
      return item
    }
  }

  private func checked(_ node: YAMLNode) -> String? {
    guard !node.isBroken, let id = reader.text(node, "id") else { return nil }
    return reader.report(Identifier.problem(withVariable: id), at: node) ? nil : id
  }

  /// `2 mini.login`, `finally 1 web.deleteMember`: no name that an expression could use.
  private func words(for node: YAMLNode) -> String {
    switch StepKind.of(node) {
    case .operation: return operation(of: node)
    case .parity: return "parity \(text(node.value("parity")))"
    case .together: return "together"
    case .use: return FlowPath.name(text(node.value("use")))
    case .fault: return "fault \(FaultStepReader.type(of: node.value("fault")) ?? "")"
    case .heal: return "heal \(node.value("heal")?.scalarText ?? "")"
    case .clock: return ClockAction.name
    }
  }

  private func operation(of node: YAMLNode) -> String {
    if let name = node.value("do") { return text(name) }
    guard let method = RequestReader.methods.first(where: { node.value($0) != nil }) else {
      return "step"
    }
    return InlineOperation.name(
      platform: text(node.value("on")), method: method,
      path: node.value(method)?.scalarText ?? "")
  }

  private func text(_ node: YAMLNode?) -> String {
    node.flatMap { quiet.text($0, "step") } ?? node?.scalarText ?? ""
  }

  /// What is wrong with a value is told where it is read for its own sake.
  private var quiet: ExpressionReader {
    let reader = NodeReader(source: reader.source, problems: ProblemList())
    return ExpressionReader(reader, library: expressions.library)
  }
}

/// How a request written in a scenario is called.
enum InlineOperation {
  static func name(platform: String, method: String, path: String) -> String {
    "\(platform) \(method.uppercased()) \(path)"
  }
}
