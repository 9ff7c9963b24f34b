import LinkageCore

/// Reads `{ clerk: { sees: [alice, bob] } }`.
struct SightReader {
  let reader: NodeReader

  func sights(_ node: YAMLNode?) -> [Contract.Sight] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, "actors") ?? []).compactMap { entry in
      guard let name = self.name(entry.key.scalarText, at: entry.key),
        let fields = Fields(entry.value, name, keys: ["sees"], reader: reader),
        fields.required("sees") != nil
      else { return nil }
      let sees = fields.texts("sees", single: true).compactMap { self.name($0.name, at: $0.node) }
      return Contract.Sight(actor: name, sees: sees)
    }
  }

  private func name(_ name: String?, at node: YAMLNode) -> String? {
    guard let name, !reader.report(Identifier.problem(withVariable: name), at: node) else {
      return nil
    }
    return name
  }
}
