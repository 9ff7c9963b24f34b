/// `GET /api/products`.
package struct ListProductsHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: 1)
    let found = try await shop.database.read { try Products.page(request, in: $0) }
    return try .page(found, of: request) { [$0.sku] }
  }
}
