/// `GET /api/orders/{id}`.
struct ShowOrderHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let order = try await shop.read(as: call) { try Orders.find(id, of: $1, in: $0) }
    return try .json(order, tag: EntityTag(version: order.version), for: call)
  }
}
