/// `GET /api/points`: the balance of the whole ledger, and a page of it, newest last.
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
    let request = try PageRequest(call, keys: Points.listKeys.count)
    let (balance, found) = try await shop.read(as: call) { database, member in
      (
        try Points.balance(of: member, in: database),
        try Points.page(request, of: member, in: database)
      )
    }
    let (entries, headers) = request.page(found) { [$0.at, $0.entryId] }
    return try .json(Ledger(balance: balance, entries: entries), headers: headers)
  }
}
