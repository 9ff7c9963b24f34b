import GRDB

/// `GET /api/products?category=`.
struct ListProductsHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: 1)
    let category = call.query["category"]
    let found = try await shop.database.read { database in
      if let category { try Categories.check(category, in: database) }
      return try Products.page(request, of: category, in: database)
    }
    return try .page(found, of: request) { [$0.sku] }
  }
}
