/// `GET /api/products/{sku}`.
struct ShowProductHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let sku = call.parameters["sku"] ?? ""
    let (found, version) = try await shop.database.read { database in
      (try Products.find(sku, in: database), try Products.stockVersion(of: sku, in: database))
    }
    guard let product = found, let version else { throw ProductError.notFound(sku) }
    return try .json(product, tag: EntityTag(version: version), for: call)
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
