/// A product that a member wants to find again.
struct Favourite: Sendable, Equatable, Codable {
  let sku: String
  let addedAt: String
}

/// What was last decided about one product, as it travels.
struct FavouriteChange: Sendable, Codable {
  /// Under which id it was decided. A merge leaves it, so that what two members had as favourites
  /// unites, whatever either had removed.
  let memberId: String
  let sku: String
  let stamp: FieldStamp
  /// Without it the product was removed.
  let addedAt: String?
}
