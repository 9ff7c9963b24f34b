/// `GET /api/history`: newest first.
struct ListHistoryHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: History.listKeys.count)
    let (views, headers) = request.page(
      try await shop.read(as: call) { database, member in
        try History.page(request, of: member, in: database)
      }
    ) { ["\($0.atMs)", $0.sku] }
    return try .json(Views(items: views), headers: headers)
  }

  private struct Views: Encodable {
    let items: [View]
  }
}

/// `POST /api/history`: the member looks at a product.
struct ViewProductHandler: Handler {
  private struct Body: Decodable {
    let sku: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let sku = try call.decode(Body.self).sku
    return try await shop.change(as: call) { change, member in
      try change.answer(try .json(try change.view(sku, by: member), status: 201))
    }
  }
}
