import MockKit

/// `POST /api/reservations`: keeps pieces for an order; signed by a platform.
struct ReserveHandler: Handler {
  let counter: CounterSystem

  func answer(_ call: Call) async throws -> Reply {
    try counter.checkSignature(of: call)
    let wanted = try call.decode(StockReservation.self)
    for (index, item) in wanted.items.enumerated() where !(1...999).contains(item.quantity) {
      throw InvalidRequest(field: "items[\(index)].quantity", reason: .outside("1 to 999"))
    }
    let levels = try await counter.change(call) { database, now in
      try counter.overselling(wanted, in: database) {
        try Reservations.hold(wanted, at: now, floor: $0, in: database)
      }
    }
    return try .json(StockAnswer(items: levels), status: 201)
  }
}

/// `POST /api/reservations/changes`: what became of orders; signed by a platform.
struct ChangeReservationsHandler: Handler {
  let counter: CounterSystem

  func answer(_ call: Call) async throws -> Reply {
    try counter.checkSignature(of: call)
    let changes = try call.decode(StockChanges.self).changes
    let levels = try await counter.change(call) { database, now in
      try changes.flatMap { try Reservations.apply($0, at: now, in: database) }
    }
    return try .json(StockAnswer(items: Self.latest(levels)))
  }

  /// The last level of each product.
  private static func latest(_ levels: [StockLevel]) -> [StockLevel] {
    let last = Dictionary(levels.map { ($0.sku, $0) }, uniquingKeysWith: { $1 })
    return last.values.sorted { $0.sku < $1.sku }
  }
}

/// `GET /api/reservations/{orderId}`.
struct ShowReservationHandler: Handler {
  let counter: CounterSystem

  func answer(_ call: Call) async throws -> Reply {
    let order = call.parameters["orderId"] ?? ""
    let found = try await counter.database.read { try Reservations.find(order, in: $0) }
    guard let reservation = found else { throw CounterError.unknownReservation(order) }
    return try .json(reservation)
  }
}
