import LinkageCore
import Values

/// Reads `{ balance: points, entries: entries, id: entryId, amount: amount }`.
struct LedgerReader {
  static let keys = ["balance", "entries", "id", "amount"]

  let reader: NodeReader
  let entity: String
  /// The entity's own.
  let fields: [Field]

  func ledger(_ node: YAMLNode?) -> Contract.Ledger? {
    guard let node, !node.isAbsent,
      let keys = Fields(node, "ledger", keys: Self.keys, reader: reader)
    else { return nil }
    let balance = field("balance", in: keys, of: FieldType.amounts)
    let entries = field("entries", in: keys, of: [.list])
    let id = reader.text(keys.required("id"), "id")
    let amount = reader.text(keys.required("amount"), "amount")
    guard let balance, let entries, let id, let amount else { return nil }
    return Contract.Ledger(balance: balance, entries: entries, id: id, amount: amount)
  }

  private func field(_ key: String, in keys: Fields, of types: [FieldType]) -> String? {
    guard let node = keys.required(key), let name = reader.text(node, key) else { return nil }
    guard let field = fields.first(where: { $0.name == name }) else {
      let known = fields.filter { types.contains($0.type) }.map(\.name)
      reader.report(
        .contract(
          .unknownName(
            name: name, owner: entity, nearest: Nearest.name(to: name, among: known),
            known: known)), at: node)
      return nil
    }
    guard types.contains(field.type) else {
      reader.report(
        .contract(
          .wrongFieldType(field: name, key: key, type: field.type, expected: types)), at: node)
      return nil
    }
    return name
  }
}
