extension ShopChange {
  /// What is a favourite already stays as it is.
  func addFavourite(_ sku: String, of member: String) throws -> Favourite {
    try requireProduct(sku)
    if let known = try Favourites.find(sku, of: member, in: database) { return known }
    let now = timestamp
    try decide(sku, of: member, for: member, addedAt: now)
    return Favourite(sku: sku, addedAt: now)
  }

  /// What is none stays none.
  func removeFavourite(_ sku: String, of member: String) throws {
    for owner in try Favourites.owners(of: sku, for: member, in: database) {
      try decide(sku, of: owner, for: member, addedAt: nil)
    }
  }

  private func decide(
    _ sku: String, of owner: String, for member: String, addedAt: String?
  ) throws {
    let stamp = try Favourites.next(sku, of: owner, on: side, in: database)
    let change = FavouriteChange(memberId: owner, sku: sku, stamp: stamp, addedAt: addedAt)
    try Favourites.put(change, of: member, in: database)
    let type: LinkEventType = addedAt == nil ? .favouriteRemoved : .favouriteAdded
    try publish(type, of: "\(owner)/\(sku)", for: member, change)
  }

  /// Notes that a member looked at a product.
  func view(_ sku: String, by member: String) throws -> View {
    try requireProduct(sku)
    let latest = try History.latest(of: member, in: database)
    let record = ViewRecord(
      memberId: member, sku: sku, atMs: max(milliseconds, latest.map { $0 + 1 } ?? 0))
    try History.put(record, of: member, in: database)
    try publish(.productViewed, of: "\(member)/\(sku)", for: member, record)
    return View(sku: sku, atMs: record.atMs)
  }

  private func requireProduct(_ sku: String) throws {
    guard try Products.find(sku, in: database) == nil else { return }
    throw ProductError.notFound(sku)
  }
}

extension LinkApplier {
  func take(_ change: FavouriteChange) throws {
    try Favourites.put(change, of: try known(change.memberId), in: database)
  }

  func take(_ view: ViewRecord) throws {
    try History.put(view, of: try known(view.memberId), in: database)
  }
}
