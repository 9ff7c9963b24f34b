import LinkageCore

/// The steps of a scenario as they stand in its file, with an id each.
struct StepList {
  struct Item {
    var node: YAMLNode
    var id: String
    /// Where the file gives the id; `nil` for a step without.
    var idNode: YAMLNode?
    var isFinally: Bool
  }

  private(set) var items: [Item] = []

  init(_ fields: Fields, reader: NodeReader) {
    if let steps = fields.required("steps") {
      add(reader.list(steps, "steps"), isFinally: false, reader)
      if items.isEmpty, case .list = steps.content {
        reader.report(
          .invalidValue(owner: "steps", found: "[]", expected: "- do: web.register"), at: steps)
      }
    }
    if let last = fields["finally"], !last.isAbsent {
      add(reader.list(last, "finally"), isFinally: true, reader)
    }
  }

  /// The ids that expressions may name.
  var names: [String] { items.filter { $0.idNode != nil }.map(\.id) }

  private mutating func add(_ nodes: [YAMLNode], isFinally: Bool, _ reader: NodeReader) {
    for (index, node) in nodes.enumerated() {
      let given = node.value("id")
      let id = given.flatMap { $0.isBroken ? nil : reader.text($0, "id") }
      let isValid =
        given.map { given in
          id.map { !reader.report(Identifier.problem(withVariable: $0), at: given) } ?? false
        } ?? false
      items.append(
        Item(
          node: node, id: isValid ? id ?? "" : Self.id(index, node, isFinally: isFinally),
          idNode: isValid ? given : nil, isFinally: isFinally))
    }
  }

  /// `2 mini.login`, `finally 1 web.deleteMember`: no name that an expression could use.
  private static func id(_ index: Int, _ node: YAMLNode, isFinally: Bool) -> String {
    "\(isFinally ? "finally " : "")\(index + 1) \(operation(of: node))"
  }

  private static func operation(of node: YAMLNode) -> String {
    if let name = node.value("do")?.scalarText { return name }
    guard let method = RequestReader.methods.first(where: { node.value($0) != nil }) else {
      return "step"
    }
    return InlineOperation.name(
      platform: node.value("on")?.scalarText ?? "", method: method,
      path: node.value(method)?.scalarText ?? "")
  }
}

/// How a request written in a scenario is called.
enum InlineOperation {
  static func name(platform: String, method: String, path: String) -> String {
    "\(platform) \(method.uppercased()) \(path)"
  }
}
