/// Pays an order, at the platform where it was made.
struct PayOrder: PeerCommand {
  struct Answer: Codable, Sendable {
    let order: Order
    /// What it earned; absent below one yuan.
    let entry: PointsEntry?
  }

  static let type = "order.pay"

  let orderId: String
  let memberId: String

  func decide(_ change: ShopChange) throws -> Answer {
    try change.pay(orderId, as: try change.member(memberId))
  }
}

extension ShopChange {
  /// The member under the id it lives on here.
  func member(_ id: String) throws -> String {
    guard let known = try MemberMerge.known(id, in: database) else {
      throw ShopError.unknownMember(id)
    }
    return known
  }

  fileprivate func pay(_ id: String, as member: String) throws -> PayOrder.Answer {
    var order = try Orders.find(id, of: member, in: database)
    guard order.status == .created else {
      throw ShopError.notPayable(order: id, status: order.status)
    }
    order.status = .paid
    order.version += 1
    try Orders.advance(id, to: order.status, version: order.version, in: database)
    let phone = try Members.require(member, in: database).phone
    try publish(.orderPaid, of: id, lane: phone, order)
    try raiseLevel(of: member)
    return PayOrder.Answer(order: order, entry: try earn(for: order))
  }

  /// The entry's id follows from the order's, so an order earns once.
  private func earn(for order: Order) throws -> PointsEntry? {
    guard order.amount.wholeYuan > 0 else { return nil }
    let entry = PointsEntry(
      entryId: "pt_\(order.orderId)", amount: order.amount.wholeYuan,
      reason: "order \(order.orderId)", at: timestamp, origin: side)
    try book(entry, for: order.memberId)
    return entry
  }
}
