import GRDB

/// Cancels the orders that were made here and not paid in time.
struct OrderTimer {
  /// How long an order waits to be paid.
  static let patience: Duration = .seconds(1800)
  private static let batch = 100

  let shop: Shop

  /// - Returns: when to look again.
  func run() async -> Duration? {
    do {
      while try await cancelSome() {}
      return try await shop.database.read(Orders.nextDue) ?? shop.clock.now + Self.patience
    } catch {
      return shop.clock.now + .seconds(1)
    }
  }

  /// - Returns: whether there may be more.
  private func cancelSome() async throws -> Bool {
    try await shop.database.write { database in
      let change = ShopChange(
        database: database, shop: shop, trace: Traceparent(nil), ticket: nil)
      let overdue = try Orders.overdue(now: shop.clock.now, limit: Self.batch, in: database)
      for order in overdue { _ = try change.move(order, .cancel) }
      return overdue.count == Self.batch
    }
  }
}
