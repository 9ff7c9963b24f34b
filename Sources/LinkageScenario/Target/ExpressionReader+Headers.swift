import LinkageCore

extension ExpressionReader {
  /// Headers by name; a name that HTTP does not allow is reported.
  func headers(_ node: YAMLNode?, in vocabulary: Vocabulary) -> [Template.Entry] {
    guard let node, !node.isBroken else { return [] }
    let entries = reader.entries(node, "headers") ?? []
    for entry in entries {
      guard let name = entry.key.scalarText, !Self.isHeaderName(name) else { continue }
      let problem = Problem.invalidValue(owner: "headers", found: name, expected: "X-Name")
      reader.report(problem, at: entry.key)
    }
    return templates(entries, in: vocabulary)
  }

  static func isHeaderName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        $0 > 0x20 && $0 < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0)
      }
  }
}
