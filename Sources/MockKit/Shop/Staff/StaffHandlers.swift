/// `GET /api/staff/orders/{id}`: anyone's order.
struct StaffOrderHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let id = call.parameters["id"] ?? ""
    return try .json(try await shop.database.read { try Orders.find(id, in: $0) })
  }
}

/// `POST /api/staff/orders/{id}/ship`.
struct ShipOrderHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let order = try await shop.anyOrder(call.parameters["id"] ?? "", for: call)
    return try .json(try await shop.change(order, .ship, memberId: nil, for: call))
  }
}

/// `POST /api/staff/after-sales/{id}/decision`.
struct DecideAfterSalesHandler: Handler {
  private struct Body: Decodable {
    let approve: Bool
    let note: String?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let body = try call.decode(Body.self)
    let note = try body.note.map { try AfterSalesText.check($0, field: "note") }
    let id = call.parameters["id"] ?? ""
    let order = try await shop.database.read { database in
      try Orders.find(try AfterSalesRecords.find(id, in: database).orderId, in: database)
    }
    let command = DecideAfterSales(afterSalesId: id, approve: body.approve, note: note)
    return try .json(try await shop.decideAfterSales(command, of: order, for: call))
  }
}
