/// Tells the counter system what became of reservations, and hears from it what it has.
struct StockClerk {
  let shop: Shop

  /// - Returns: when to try again, where the counter does not answer.
  func run() async -> Duration? {
    let stock = shop.desk.stock
    do {
      if stock.isNew { try await note(try await stock.levels()) }
      while let batch = try await shop.database.read(StockJobs.next) {
        try await settle(batch)
      }
      stock.succeeded()
      return nil
    } catch {
      return shop.clock.now + stock.failed()
    }
  }

  private func settle(_ batch: StockJobs.Batch) async throws {
    let levels = try await shop.desk.stock.settle(batch.changes, id: batch.first)
    try await shop.database.write { database in
      for level in levels { try Products.note(level, in: database) }
      try StockJobs.remove(to: batch.last, in: database)
    }
  }

  private func note(_ levels: [StockLevel]) async throws {
    try await shop.database.write { database in
      for level in levels { try Products.note(level, in: database) }
    }
  }
}
