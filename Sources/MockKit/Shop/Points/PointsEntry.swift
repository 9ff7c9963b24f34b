/// One line of a member's ledger.
package struct PointsEntry: Sendable, Equatable, Codable {
  package let entryId: String
  /// Negative where points were spent.
  package let amount: Int
  package let reason: String
  /// RFC 3339 with milliseconds.
  package let at: String
  package let origin: ShopSide

  package init(entryId: String, amount: Int, reason: String, at: String, origin: ShopSide) {
    self.entryId = entryId
    self.amount = amount
    self.reason = reason
    self.at = at
    self.origin = origin
  }
}

/// A ledger line as it travels.
struct PointsRecord: Sendable, Codable {
  let memberId: String
  let entry: PointsEntry
}
