package import GRDB

/// Adds members and products to all sides of a running set at once.
package struct SeedPlanter: Sendable {
  private let data: SeedData
  private let seed: UInt64
  private let clock: MockClock
  private let shops: [Shop]
  private let stock: Stock?

  /// Where the pieces of a product are counted, and what puts them there.
  package typealias Stock = (
    database: MockDatabase, insert: @Sendable (SeedData.Item, Database) throws -> Void
  )

  /// - Parameter shops: the website first, which gives the ids.
  package init(
    data: SeedData, seed: UInt64, clock: MockClock, shops: [Shop], stock: Stock?
  ) {
    self.stock = stock
    self.data = data
    self.seed = seed
    self.clock = clock
    self.shops = shops
  }

  /// All of them or, where one cannot be added, none.
  package func plant(_ plants: SeedPlants) throws -> SeedHarvest {
    let accounts = try (plants.members ?? []).enumerated().map { try SeedData.Account($1, at: $0) }
    var planted: [SeedHarvest.Planted] = []
    let products = plants.products ?? []
    for (index, item) in products.enumerated() { try item.check(at: index) }
    let all = shops.map(\.database) + (stock.map { [$0.database] } ?? [])
    try MockDatabase.hold(all) { databases in
      try Self.inTransactions(databases[...]) {
        planted = try insert(accounts, into: databases)
        for (index, item) in products.enumerated() { try insert(item, index, into: databases) }
      }
    }
    return SeedHarvest(members: planted, products: products.map(\.sku))
  }

  private func insert(
    _ item: SeedData.Item, _ index: Int, into databases: [Database]
  ) throws {
    for (_, database) in zip(shops, databases) {
      guard try Products.find(item.sku, in: database) == nil else {
        throw InvalidRequest(
          field: "products[\(index)].sku", reason: .outside("one that no product has"))
      }
      let count = try database.value(Int.self, sql: "SELECT COUNT(*) FROM products") ?? 0
      try Products.insert(Product(item), at: count, in: database)
    }
    guard let stock, let counter = databases.last else { return }
    try stock.insert(item, counter)
  }

  private func insert(
    _ accounts: [SeedData.Account], into databases: [Database]
  ) throws -> [SeedHarvest.Planted] {
    try accounts.map { account in
      let id = shops[0].identifiers.member(try Counter.member.next(in: databases[0]))
      for (shop, database) in zip(shops, databases) {
        guard try Members.living(withPhone: account.phone, in: database) == nil else {
          throw ShopError.phoneTaken(account.phone)
        }
        let seeder = ShopSeeder(
          data: data, seed: seed, side: shop.side, timestamp: clock.timestamp)
        try seeder.insert(account, as: id, entry: "pt_seed_\(id)", in: database)
      }
      let openid = WeChatIdentity(of: account.phone, seed: seed).openid
      return SeedHarvest.Planted(
        memberId: id, phone: account.phone, openid: account.wechat ? openid : nil)
    }
  }

  /// The innermost body decides for all.
  private static func inTransactions(
    _ rest: ArraySlice<Database>, _ body: () throws -> Void
  ) throws {
    guard let next = rest.first else { return try body() }
    try next.inTransaction(.immediate) {
      try inTransactions(rest.dropFirst(), body)
      return .commit
    }
  }
}
