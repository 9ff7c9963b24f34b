/// `POST /api/orders/{id}/after-sales`.
struct RequestAfterSalesHandler: Handler {
  private struct Body: Decodable {
    let kind: AfterSales.Kind
    let reason: String
    let amount: Money?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let reason = try AfterSalesText.check(body.reason, field: "reason")
    let id = call.parameters["id"] ?? ""
    let order = try await shop.ownOrder(id, for: call)
    let command = RequestAfterSales(
      orderId: id, memberId: order.memberId, kind: body.kind, reason: reason,
      amount: body.amount)
    return try .json(
      try await shop.decideAfterSales(command, of: order, for: call), status: 201)
  }
}

/// `POST /api/after-sales/{id}/withdraw`.
struct WithdrawAfterSalesHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let order = try await shop.read(as: call) { database, member in
      let request = try AfterSalesRecords.find(id, of: member, in: database)
      return try Orders.find(request.orderId, of: member, in: database)
    }
    let command = WithdrawAfterSales(afterSalesId: id, memberId: order.memberId)
    return try .json(try await shop.decideAfterSales(command, of: order, for: call))
  }
}
