import GRDB

/// Fills an empty database. Both sides get the same members, as if they had long been exchanged.
package struct ShopSeeder: Sendable {
  private let data: SeedData
  private let seed: UInt64
  private let side: ShopSide
  private let timestamp: String

  /// - Parameter timestamp: when the first points were earned, RFC 3339.
  package init(data: SeedData, seed: UInt64, side: ShopSide, timestamp: String) {
    self.data = data
    self.seed = seed
    self.side = side
    self.timestamp = timestamp
  }

  /// Does nothing where it was done already, whatever has become of it.
  package func fill(_ database: MockDatabase) async throws {
    try await database.write { database in
      guard try Self.begin(database), try Products.isEmpty(in: database) else { return }
      for (position, category) in data.categories.enumerated() {
        try Categories.insert(category, at: position, in: database)
      }
      for (position, item) in data.products.enumerated() {
        try Products.insert(Product(item), at: position, in: database)
      }
      for (position, offer) in data.offers.enumerated() {
        try CouponOffers.insert(offer, at: position, in: database)
      }
      for (position, service) in data.services.enumerated() {
        try ShopServices.insert(service, at: position, in: database)
      }
      for lesson in data.lessons { try Lessons.put(Lesson(lesson, after: timestamp), in: database) }
      for (position, report) in data.reports.enumerated() {
        try Reports.insert(report, at: position, in: database)
      }
      for (position, campaign) in data.campaigns.enumerated() {
        try Campaigns.insert(campaign, at: position, in: database)
      }
      for (position, survey) in data.surveys.enumerated() {
        try Surveys.insert(survey, at: position, in: database)
      }
      for (index, account) in data.accounts.enumerated() {
        try insert(account, number: UInt64(index + 1), in: database)
      }
    }
  }

  /// Leaves an empty database empty from now on.
  package static func skip(_ database: MockDatabase) async throws {
    _ = try await database.write(begin)
  }

  /// - Returns: whether nobody has filled it before.
  private static func begin(_ database: Database) throws -> Bool {
    try database.run(sql: "INSERT OR IGNORE INTO counters (name, value) VALUES ('seeded', 1)")
    return database.changesCount == 1
  }

  private func insert(
    _ account: SeedData.Account, number: UInt64, in database: Database
  ) throws {
    let ids = Identifiers(seed: seed, side: .web)
    let id = ids.member(try Counter.member.next(in: database))
    try insert(account, as: id, entry: "pt_seed_\(number)", in: database)
  }

  func insert(
    _ account: SeedData.Account, as id: String, entry: String, in database: Database
  ) throws {
    let record = MemberRecord(
      memberId: id, phone: account.phone,
      name: account.name, level: account.level, origin: .web)
    try Members.insert(record, in: database)
    if account.points != 0 {
      let entry = PointsEntry(
        entryId: entry, amount: account.points, reason: "welcome", at: timestamp,
        origin: .web)
      try Points.insert(entry, of: record.memberId, in: database)
    }
    try insertLogins(account, of: record.memberId, in: database)
  }

  private func insertLogins(
    _ account: SeedData.Account, of member: String, in database: Database
  ) throws {
    if side == .web, let password = account.password {
      try Credentials.set(Credential(password: password), of: member, in: database)
    }
    guard account.wechat else { return }
    let identity = WeChatIdentity(of: account.phone, seed: seed)
    let binding = Binding(
      memberId: member, openid: identity.openid, unionid: identity.unionid)
    try Bindings.set(binding, as: member, atMs: 0, in: database)
  }
}
