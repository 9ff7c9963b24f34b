/// `POST /api/groups`: opens a group with an order of one's own.
struct OpenGroupHandler: Handler {
  private struct Body: Decodable {
    let sku: String
    let address: Order.Address
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try body.address.check()
    return try await OrderSaga(shop: shop).place(for: call) { change, member in
      try change.intend(try change.newGroup(for: body.sku), by: member, to: body.address)
    } finish: { change, draft in
      try .json(try change.join(draft), status: 201)
    }
  }
}

/// `POST /api/groups/{id}/join`: takes a place with an order of one's own.
struct JoinGroupHandler: Handler {
  private struct Body: Decodable {
    let address: Order.Address
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try body.address.check()
    let id = call.parameters["id"] ?? ""
    return try await OrderSaga(shop: shop).place(for: call) { change, member in
      let group = try GroupBuys.require(id, in: change.database)
      try change.admit(member, to: group)
      return try change.intend(group, by: member, to: body.address)
    } finish: { change, draft in
      try .json(try change.join(draft), status: 201)
    }
  }
}

/// `GET /api/groups/{id}`: for whoever got the link.
struct ShowGroupHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let view = try await shop.read(as: call) { database, member in
      GroupView(
        try GroupBuys.require(id, in: database),
        orderId: try GroupSeats.taken(in: id, by: member, in: database).first?.orderId)
    }
    return try .json(view, tag: view.tag, for: call)
  }
}
