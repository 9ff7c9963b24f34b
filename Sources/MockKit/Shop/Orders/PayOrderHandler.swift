/// `POST /api/orders/{id}/pay`: pays and earns one point for each whole yuan.
package struct PayOrderHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let order = try await shop.read(as: call) { try Orders.find(id, of: $1, in: $0) }
    let command = PayOrder(orderId: id, memberId: order.memberId)
    let paid = try await shop.decide(command, at: order.origin, for: call) { change, answer in
      try change.take(answer)
    }
    return try .json(paid.order)
  }
}

extension ShopChange {
  fileprivate func take(_ answer: PayOrder.Answer) throws {
    try LinkApplier(change: self).take(answer.order)
    guard let entry = answer.entry else { return }
    _ = try Points.insert(entry, ofSurvivor: answer.order.memberId, in: database)
  }
}
