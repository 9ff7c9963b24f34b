/// A request to be refunded, as both platforms show it and as it travels.
package struct AfterSales: Equatable, VersionedRecord {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Money alone.
    case refund
    /// What was shipped comes back.
    case `return`
  }

  package enum Status: String, Sendable, Codable {
    case requested, approved, rejected, withdrawn
  }

  package let afterSalesId: String
  package let orderId: String
  package var memberId: String
  package let kind: Kind
  package let reason: String
  package let amount: Money
  package var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  package var version: Int
  /// What the staff said to it.
  package var note: String?
  package let requestedAt: String
  package var decidedAt: String?
}
