/// `GET /api/orders?status=`: newest first.
struct ListOrdersHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: Orders.listKeys.count)
    let status = try call.choice("status", of: Order.Status.self)
    let orders = try await shop.read(as: call) { database, member in
      try Orders.page(request, of: member, status: status, in: database)
    }
    return try .page(orders, of: request, position: Orders.place)
  }
}
