/// `GET /api/products/{sku}`.
struct ShowProductHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let sku = call.parameters["sku"] ?? ""
    let (product, tag) = try await shop.database.read { try Products.require(sku, in: $0) }
    return try .json(product, tag: tag, for: call)
  }
}

/// Why a product cannot be shown.
enum ProductError: Error, Sendable, Equatable, ProblemConvertible {
  case notFound(String)

  var problem: Problem {
    switch self {
    case .notFound(let sku):
      Problem(
        404, "product-not-found", "No such product",
        detail: "There is no product \"\(sku)\"; GET /api/products lists them.")
    }
  }
}
