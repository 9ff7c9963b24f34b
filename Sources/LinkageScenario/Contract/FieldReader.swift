import LinkageCore

/// Reads `{ phone: phone, name: "string?" }`.
struct FieldReader {
  let reader: NodeReader

  func fields(_ node: YAMLNode?, _ owner: String) -> [Field] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, owner) ?? []).compactMap(field)
  }

  /// A field whose type cannot be read is a string, so that its name stays known.
  private func field(_ entry: YAMLEntry) -> Field? {
    guard let name = entry.key.scalarText else { return nil }
    guard !reader.report(Identifier.problem(withField: name), at: entry.key) else { return nil }
    let type = self.type(entry, name)
    return Field(name: name, type: type?.type ?? .string, isOptional: type?.isOptional ?? false)
  }

  private func type(_ entry: YAMLEntry, _ name: String) -> (type: FieldType, isOptional: Bool)? {
    var node: YAMLNode? = entry.value
    if case .mapping = entry.value.content {
      let fields = Fields(entry.value, name, keys: ["type"], reader: reader)
      node = fields?.required("type")
    }
    let target = entry.value.isAbsent ? entry.key : node
    guard let node, let text = reader.text(node, name) else { return nil }
    let word = text.hasSuffix("?") ? String(text.dropLast()) : text
    if let type = FieldType(rawValue: word) { return (type, text.hasSuffix("?")) }
    let expected = FieldType.allCases.map(\.rawValue).joined(separator: " ")
    reader.report(
      .invalidValue(owner: name, found: text, expected: expected), at: target ?? node)
    return nil
  }
}
