/// `POST /api/points/earn` and `POST /api/points/spend`.
package struct BookPointsHandler: Handler {
  package enum Kind: Sendable {
    case earn, spend
  }

  private struct Body: Decodable {
    let amount: Int
    let reason: String
  }

  private struct Booked: Sendable, Encodable {
    let entryId: String
    /// The new balance.
    let points: Int
  }

  private let kind: Kind
  private let shop: Shop

  package init(_ kind: Kind, shop: Shop) {
    self.kind = kind
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    guard (1...1_000_000).contains(body.amount) else {
      throw InvalidRequest(field: "amount", reason: .outside("1 to 1000000"))
    }
    return try await book(body, call)
  }

  private func book(_ body: Body, _ call: Call) async throws -> Reply {
    try await shop.change(as: call) { [kind] change, member in
      let balance = try Points.balance(of: member, in: change.database)
      guard kind == .earn || balance >= body.amount else {
        throw ShopError.notEnoughPoints(balance: balance)
      }
      let amount = kind == .earn ? body.amount : -body.amount
      let entry = PointsEntry(
        entryId: change.ids.entry(try Counter.entry.next(in: change.database)), amount: amount,
        reason: body.reason, at: change.timestamp, origin: change.side)
      try change.book(entry, for: member)
      let booked = Booked(entryId: entry.entryId, points: balance + amount)
      return try change.answer(try .json(booked, status: 201))
    }
  }
}
