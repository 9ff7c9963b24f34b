import GRDB

/// Reminds members of their bookings, a day before these begin.
struct BookingTimer {
  private static let batch = 100

  let shop: Shop

  /// - Returns: when to look again.
  func run() async -> Duration? {
    do {
      while try await remindSome() {}
      return try await shop.database.read(Bookings.nextDue)
    } catch {
      return shop.clock.now + .seconds(1)
    }
  }

  /// - Returns: whether there may be more.
  private func remindSome() async throws -> Bool {
    try await shop.database.write { database in
      let change = ShopChange(
        database: database, shop: shop, trace: Traceparent(nil), ticket: nil)
      let due = try Bookings.due(now: change.milliseconds, limit: Self.batch, in: database)
      for booking in due { try change.remind(of: booking) }
      return due.count == Self.batch
    }
  }
}
