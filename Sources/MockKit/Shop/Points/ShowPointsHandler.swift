/// `GET /api/points`.
package struct ShowPointsHandler: Handler {
  private struct Ledger: Sendable, Encodable {
    let balance: Int
    let entries: [PointsEntry]
  }

  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let ledger = try await shop.read(as: call) { database, member in
      let entries = try Points.entries(of: member, in: database)
      return Ledger(balance: entries.reduce(0) { $0 + $1.amount }, entries: entries)
    }
    return try .json(ledger)
  }
}
