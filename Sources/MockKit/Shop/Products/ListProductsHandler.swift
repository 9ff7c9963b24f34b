import GRDB

/// `GET /api/products?category=`.
struct ListProductsHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: 1)
    let category = call.query["category"]
    let found = try await shop.database.read { database in
      if let category { try Self.check(category, in: database) }
      return try Products.page(request, of: category, in: database)
    }
    return try .page(found, of: request) { [$0.sku] }
  }

  private static func check(_ category: String, in database: Database) throws {
    let known = try Categories.all(in: database).map(\.category)
    guard known.contains(category) else {
      throw InvalidRequest(
        field: "category", reason: .outside("one of \(known.joined(separator: ", "))"))
    }
  }
}
