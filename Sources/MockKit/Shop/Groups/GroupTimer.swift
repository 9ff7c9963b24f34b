/// Ends the groups that did not fill in time.
struct GroupTimer {
  private static let batch = 100

  let shop: Shop

  /// - Returns: when to look again; nothing while no group is open.
  func run() async -> Duration? {
    do {
      while try await failSome() {}
      return try await shop.database.read(GroupBuys.nextEnd)
    } catch {
      return shop.clock.now + .seconds(1)
    }
  }

  /// - Returns: whether there may be more.
  private func failSome() async throws -> Bool {
    try await shop.database.write { database in
      let change = ShopChange(
        database: database, shop: shop, trace: Traceparent(nil), ticket: nil)
      let overdue = try GroupBuys.overdue(now: shop.clock.now, limit: Self.batch, in: database)
      for group in overdue { try change.fail(group) }
      return overdue.count == Self.batch
    }
  }
}
