import LinkageCore
import Values

/// Reads `{ phone: phone, name: "string?", status: { type: string, flow: … } }`.
struct FieldReader {
  static let keys = ["type", "flow", "monotonic", "min"]

  let reader: NodeReader
  /// Whether fields may say how they change: those of an entity do.
  var describesChange = false
  /// What the elements of a list may be.
  var entities: [Contract.Entity]?

  func fields(_ node: YAMLNode?, _ owner: String) -> [Field] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, owner) ?? []).compactMap(field)
  }

  /// A field whose type cannot be read is a string, so that its name stays known.
  private func field(_ entry: YAMLEntry) -> Field? {
    guard let name = entry.key.scalarText else { return nil }
    guard !reader.report(Identifier.problem(withField: name), at: entry.key) else { return nil }
    guard case .mapping = entry.value.content else { return plain(name, entry.value, entry.key) }
    let keys = describesChange ? Self.keys : entities == nil ? ["type"] : ["type", "of"]
    guard let fields = Fields(entry.value, name, keys: keys, reader: reader) else { return nil }
    var field = plain(name, fields.required("type"), entry.key)
    field.flow = flow(fields, of: field)
    field.monotonic = monotonic(fields, of: field)
    field.least = least(fields, of: field)
    let element = element(fields, of: field)
    field.element = element?.name
    field.elements = element?.fields
    return field
  }

  private func plain(_ name: String, _ node: YAMLNode?, _ key: YAMLNode) -> Field {
    let type = node.flatMap { self.type($0, name, key) }
    return Field(name: name, type: type?.type ?? .string, isOptional: type?.isOptional ?? false)
  }

  private func type(
    _ node: YAMLNode, _ name: String, _ key: YAMLNode
  ) -> (type: FieldType, isOptional: Bool)? {
    guard let text = reader.text(node, name) else { return nil }
    let word = text.hasSuffix("?") ? String(text.dropLast()) : text
    if let type = FieldType(rawValue: word) { return (type, text.hasSuffix("?")) }
    let expected = FieldType.allCases.map(\.rawValue).joined(separator: " ")
    let problem = Problem.invalidValue(owner: name, found: text, expected: expected)
    reader.report(problem, at: node.isAbsent ? key : node)
    return nil
  }

  private func flow(_ fields: Fields, of field: Field) -> [Field.Transition] {
    guard let node = fields["flow"], let key = fields.key("flow") else { return [] }
    if field.type != .string {
      reader.report(.contract(.flowOfType(field: field.name, type: field.type)), at: key)
    }
    return StatusFlowReader(reader: reader, field: field.name).transitions(node)
  }

  private func monotonic(_ fields: Fields, of field: Field) -> Field.Monotonic? {
    guard let text = fields.text("monotonic") else { return nil }
    guard let direction = Field.Monotonic(rawValue: text) else {
      let expected = Field.Monotonic.allCases.map(\.rawValue).joined(separator: " | ")
      reader.report(
        .invalidValue(owner: "monotonic", found: text, expected: expected),
        at: fields.target("monotonic"))
      return nil
    }
    if fields.has("type"), !field.type.isAmount, field.type != .time {
      reader.report(
        .contract(.monotonicOfType(field: field.name, type: field.type)),
        at: fields.target("monotonic"))
    }
    return direction
  }

  private func least(_ fields: Fields, of field: Field) -> Int64? {
    guard let node = fields["min"] else { return nil }
    let range = -1_000_000_000_000...1_000_000_000_000
    guard let least = reader.count(node, "min", in: range),
      isOfType(FieldType.amounts, field, "min", fields)
    else { return nil }
    return Int64(least)
  }

  private func element(_ fields: Fields, of field: Field) -> Contract.Entity? {
    guard let entities, let name = fields.text("of") else { return nil }
    guard isOfType([.list], field, "of", fields) else { return nil }
    if let entity = entities.first(where: { $0.name == name }) { return entity }
    let known = entities.map(\.name)
    let nearest = Nearest.name(to: name, among: known)
    reader.report(
      .unknownEntity(name: name, nearest: nearest, known: known), at: fields.target("of"))
    return nil
  }

  private func isOfType(
    _ types: [FieldType], _ field: Field, _ key: String, _ fields: Fields
  ) -> Bool {
    if types.contains(field.type) || !fields.has("type") { return true }
    let problem = ContractProblem.wrongFieldType(
      field: field.name, key: key, type: field.type, expected: types)
    reader.report(.contract(problem), at: fields.target(key))
    return false
  }
}
