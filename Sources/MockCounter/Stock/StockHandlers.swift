import MockKit

/// `GET /api/stock`.
struct ListStockHandler: Handler {
  let counter: CounterSystem

  func answer(_ call: Call) async throws -> Reply {
    try .json(StockAnswer(items: try await counter.database.read(StockBook.all)))
  }
}

/// `GET /api/stock/{sku}`.
struct ShowStockHandler: Handler {
  let counter: CounterSystem

  func answer(_ call: Call) async throws -> Reply {
    let sku = call.parameters["sku"] ?? ""
    return try .json(try await counter.database.read { try StockBook.find(sku, in: $0) })
  }
}

/// `POST /api/stock/{sku}/adjustments`: the clerk sells at the counter, or pieces are delivered.
struct AdjustStockHandler: Handler {
  private struct Body: Decodable {
    let change: Int
  }

  let counter: CounterSystem

  func answer(_ call: Call) async throws -> Reply {
    try counter.checkStaff(call)
    let change = try call.decode(Body.self).change
    guard change != 0, (-1_000_000...1_000_000).contains(change) else {
      throw InvalidRequest(field: "change", reason: .outside("-1000000 to 1000000, not 0"))
    }
    let sku = call.parameters["sku"] ?? ""
    let levels = try await counter.change(call) { database, _ in
      [try StockBook.add(stock: change, reserved: 0, of: sku, in: database)]
    }
    return try .json(levels.first)
  }
}
