/// What the website decides about a product: all but its stock. Also `product.changed` on the link.
struct ProductListing: Sendable, Equatable, Codable {
  let sku: String
  var name: String
  var nameEn: String
  var category: String
  var price: Money
  /// A lower one never replaces a higher one.
  var version: Int

  init(_ product: Product) {
    sku = product.sku
    name = product.name
    nameEn = product.nameEn
    category = product.category
    price = product.price
    version = product.version
  }
}
