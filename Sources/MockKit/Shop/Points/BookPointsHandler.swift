/// `POST /api/points/earn` and `POST /api/points/spend`.
package struct BookPointsHandler: Handler {
  package enum Kind: Sendable {
    case earn, spend
  }

  private struct Body: Decodable {
    let amount: Int
    let reason: String
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
    guard kind == .earn else {
      return try await PointsSpending(shop: shop, amount: body.amount, reason: body.reason)
        .spend(for: call)
    }
    return try await shop.change(as: call) { change, member in
      let balance = try Points.balance(of: member, in: change.database)
      return try change.book(body.amount, reason: body.reason, for: member, balance: balance)
    }
  }
}

/// What booking answers.
struct PointsBooking: Sendable, Encodable {
  let entryId: String
  /// The new balance.
  let points: Int
}

extension ShopChange {
  /// - Parameter balance: the one before.
  func book(
    _ amount: Int, reason: String, for member: String, balance: Int
  ) throws -> Reply {
    let entry = PointsEntry(
      entryId: ids.entry(try Counter.entry.next(in: database)), amount: amount,
      reason: reason, at: timestamp, origin: side)
    try book(entry, for: member)
    let booking = PointsBooking(entryId: entry.entryId, points: balance + amount)
    return try answer(try .json(booking, status: 201))
  }
}
