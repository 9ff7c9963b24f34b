/// Pays, cancels, ships, confirms or refunds an order, at the platform where it was made.
struct ChangeOrder: PeerCommand {
  static let type = "order.change"

  let action: OrderAction
  let orderId: String
  /// Whose order it must be; absent where the staff asks.
  let memberId: String?

  func decide(_ change: ShopChange) throws -> OrderDecision {
    let member = try memberId.map { try change.member($0) }
    let order = try Orders.find(orderId, of: member, in: change.database)
    if action == .refund { try change.refuseOpenAfterSales(of: order) }
    if action == .ship { try change.refuseOpenGroup(of: order) }
    return try change.move(order, action)
  }
}

/// What came of a change, as the platform that asked writes it down.
struct OrderDecision: Codable, Sendable {
  let order: Order
  /// What it earned, or what a refund takes back; absent below one yuan.
  let entry: PointsEntry?
}
