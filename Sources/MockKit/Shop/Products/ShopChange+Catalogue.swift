import GRDB

extension ShopChange {
  /// The catalogue travels in one lane, so that no product comes before its category.
  private static let lane = "catalogue"

  func add(_ category: Category) throws {
    guard try !Categories.all(in: database).map(\.category).contains(category.category) else {
      throw CategoryError.exists(category.category)
    }
    let position = try Categories.next(in: database)
    try Categories.insert(category, at: position, in: database)
    try publish(
      .categoryAdded, of: category.category, lane: Self.lane,
      ShelvedCategory(category, at: position))
  }

  /// What is as it was already is not told.
  func edit(_ product: Product, _ patch: ProductPatch) throws {
    if let category = patch.category { try Categories.check(category, in: database) }
    var listing = patch.applied(to: product)
    guard listing != ProductListing(product) else { return }
    listing.version += 1
    try Products.relist(listing, in: database)
    try publish(.productChanged, of: listing.sku, lane: Self.lane, listing)
  }
}

/// What the website tells of its catalogue.
extension LinkApplier {
  func take(_ shelved: ShelvedCategory) throws {
    let category = Category(
      category: shelved.category, name: shelved.name, nameEn: shelved.nameEn)
    guard try !Categories.all(in: database).map(\.category).contains(category.category) else {
      return
    }
    try Categories.insert(category, at: shelved.position, in: database)
  }

  func take(_ listing: ProductListing) throws {
    try Products.relist(try priced(listing), in: database)
  }
}

/// Why a category cannot be added.
enum CategoryError: Error, Sendable, Equatable, ProblemConvertible {
  case exists(String)

  var problem: Problem {
    switch self {
    case .exists(let category):
      Problem(
        409, "category-exists", "There is such a category",
        detail: "\"\(category)\" is in the catalogue already; choose another word.")
    }
  }
}
