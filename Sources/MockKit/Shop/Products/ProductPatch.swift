/// The body of `PATCH /api/staff/products/{sku}`: what is absent stays.
struct ProductPatch: Sendable, Decodable {
  let name: String?
  let nameEn: String?
  let category: String?
  let price: Money?

  func check() throws(InvalidRequest) {
    guard name != nil || nameEn != nil || category != nil || price != nil else {
      let fields = "an object with any of name, nameEn, category and price"
      throw InvalidRequest(field: "", reason: .outside(fields))
    }
    if let name { try CatalogueText.check(name, field: "name") }
    if let nameEn { try CatalogueText.check(nameEn, field: "nameEn") }
    if let price { try price.checkAsPrice(of: "price") }
  }

  func applied(to product: Product) -> ProductListing {
    var listing = ProductListing(product)
    listing.name = name ?? listing.name
    listing.nameEn = nameEn ?? listing.nameEn
    listing.category = category ?? listing.category
    listing.price = price ?? listing.price
    return listing
  }
}
