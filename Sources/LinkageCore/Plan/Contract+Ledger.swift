extension Contract {
  /// An amount that is the sum of its entries, each of which counts once.
  public struct Ledger: Sendable, Hashable, Codable {
    /// The field that holds the amount.
    public var balance: String
    /// The field that lists the entries.
    public var entries: String
    /// What tells one entry from another, and by how much it counts: keys of the entries.
    public var id: String
    public var amount: String

    public init(balance: String, entries: String, id: String, amount: String) {
      self.balance = balance
      self.entries = entries
      self.id = id
      self.amount = amount
    }
  }
}

extension Contract.Entity {
  /// The field that operations add to and take from: the ledger's balance, else the only number
  /// that is no version; `nil` where there is none or are several.
  public var counted: Field? {
    if let ledger { return fields.first { $0.name == ledger.balance } }
    let numbers = fields.filter { field in
      field.type.isAmount && field.monotonic == nil && field.name != key
    }
    return numbers.count == 1 ? numbers.first : nil
  }
}

extension FieldType {
  /// Those whose values can be added up.
  public static let amounts: [FieldType] = [.int, .number, .money]

  /// Whether its values can be added up.
  public var isAmount: Bool { Self.amounts.contains(self) }
}
