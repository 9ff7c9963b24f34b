/// `GET /api/products`.
package struct ListProductsHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    try .json(ItemList(items: try await shop.database.read(Products.all)))
  }
}
