/// A group as a member sees it. It says how many are in it, not who.
struct GroupView: Sendable, Encodable {
  private static let page = "pages/group/detail"

  let groupId: String
  let sku: String
  let name: String
  let price: Money
  let groupPrice: Money
  let discountPercent: Int
  let people: Int
  let joined: Int
  /// How many may still join.
  let left: Int
  let status: GroupBuy.Status
  let version: Int
  let openedAt: String
  let endsAt: String
  let closedAt: String?
  /// What the mini-program shares: a page, and what it gets.
  let path: String
  let query: String
  /// The reader's own order in it.
  let orderId: String?

  init(_ group: GroupBuy, orderId: String?) {
    (groupId, sku, name) = (group.groupId, group.sku, group.name)
    (price, groupPrice) = (group.price, group.groupPrice)
    (discountPercent, people, joined) = (group.discountPercent, group.people, group.joined)
    left = group.people - group.joined
    (status, version) = (group.status, group.version)
    (openedAt, endsAt, closedAt) = (group.openedAt, group.endsAt, group.closedAt)
    path = Self.page
    query = "group=\(group.groupId)"
    self.orderId = orderId
  }

  /// What the reader would be told with the group's tag.
  var tag: EntityTag {
    EntityTag(version: version, variant: orderId.map { [$0] } ?? [])
  }
}
