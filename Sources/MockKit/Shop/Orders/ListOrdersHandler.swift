/// `GET /api/orders`.
package struct ListOrdersHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let orders = try await shop.read(as: call) { try Orders.all(of: $1, in: $0) }
    return try .json(ItemList(items: orders))
  }
}
