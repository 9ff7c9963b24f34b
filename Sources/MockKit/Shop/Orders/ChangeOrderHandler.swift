/// `POST /api/orders/{id}/pay`, `/cancel`, `/confirm` and `/refund`.
struct ChangeOrderHandler: Handler {
  let action: OrderAction
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let order = try await shop.ownOrder(id, for: call)
    return try .json(
      try await shop.change(order, action, memberId: order.memberId, for: call))
  }
}

extension Shop {
  /// - Parameter memberId: absent where the staff asks.
  func change(
    _ order: Order, _ action: OrderAction, memberId: String?, for call: Call
  ) async throws -> Order {
    let command = ChangeOrder(action: action, orderId: order.orderId, memberId: memberId)
    return try await decide(command, at: order.origin, for: call) { change, answer in
      try change.take(answer)
    }.order
  }
}

extension ShopChange {
  /// Writes down what the other platform decided.
  func take(_ decision: OrderDecision) throws {
    try LinkApplier(change: self).take(decision.order)
    guard let entry = decision.entry else { return }
    _ = try Points.insert(entry, ofSurvivor: decision.order.memberId, in: database)
  }
}
