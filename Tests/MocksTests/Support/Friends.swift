import MockKit

/// Members of both platforms who buy together.
struct Friends: Sendable {
  let world: MockWorld
  let all: [Customer]

  static let address = "{\(OrderTests.address)}"

  static func join(_ world: MockWorld, _ count: Int) async throws -> Friends {
    var all: [Customer] = []
    for number in 0..<count { all.append(try await Customer.join(world, "1391234567\(number)")) }
    try await world.settle()
    return Friends(world: world, all: all)
  }

  subscript(_ index: Int) -> Customer { all[index] }

  /// Opened by the first of them.
  func open(_ sku: String = "tea-puer", key: String = "open-1") async throws -> Answer {
    try await all[0].mini.call(
      "POST", "/api/groups", #"{"sku":"\#(sku)",\#(OrderTests.address)}"#,
      headers: [("idempotency-key", "\"\(key)\"")])
  }

  func join(_ group: String, by index: Int) async throws -> Answer {
    try await all[index].mini.call("POST", "/api/groups/\(group)/join", Self.address)
  }

  func group(_ id: String, as index: Int = 0, on side: ShopSide) async throws -> JSON {
    try await all[index].visitor(side).call("GET", "/api/groups/\(id)").json
      .without("syncNotice")
  }

  /// What one of them got from opening or joining.
  func order(_ answer: Answer, of index: Int, on side: ShopSide) async throws -> JSON {
    try await all[index].show(answer.json["orderId"].text, on: side).without("syncNotice")
  }
}
