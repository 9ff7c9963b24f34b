/// `GET /api/categories`.
struct ListCategoriesHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .json(ItemList(items: try await shop.database.read(Categories.all)))
  }
}
