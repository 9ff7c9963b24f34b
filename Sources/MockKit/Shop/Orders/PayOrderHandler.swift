/// `POST /api/orders/{id}/pay`: pays and earns one point for each whole yuan.
package struct PayOrderHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    return try .json(try await shop.change(as: call) { try $0.pay(id, as: $1) })
  }
}

extension ShopChange {
  fileprivate func pay(_ id: String, as member: String) throws -> Order {
    var order = try Orders.find(id, of: member, in: database)
    guard order.status == .created else {
      throw ShopError.notPayable(order: id, status: order.status)
    }
    order.status = .paid
    order.version += 1
    try Orders.advance(id, to: order.status, version: order.version, in: database)
    let phone = try Members.require(member, in: database).phone
    try publish(.orderPaid, of: id, lane: phone, order)
    try earn(for: order)
    return order
  }

  /// The entry's id follows from the order's, so an order paid on both sides earns once.
  private func earn(for order: Order) throws {
    guard order.amount.wholeYuan > 0 else { return }
    let entry = PointsEntry(
      entryId: "pt_\(order.orderId)", amount: order.amount.wholeYuan,
      reason: "order \(order.orderId)", at: timestamp, origin: side)
    try book(entry, for: order.memberId)
  }
}
