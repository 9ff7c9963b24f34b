import Foundation
import MockKit
import Testing

/// A member who is logged in on both sides, with an order that was made on one of them.
struct Customer: Sendable {
  let world: MockWorld
  let web: Visitor
  let mini: Visitor

  func visitor(_ side: ShopSide) -> Visitor { side == .web ? web : mini }

  static func join(_ world: MockWorld, _ phone: String = "13912345678") async throws -> Customer {
    let web = try await world.register(phone, on: .web)
    let mini = try await world.logInEventually(phone, on: .mini)
    return Customer(world: world, web: web, mini: mini)
  }

  /// - Returns: the order's id, known on both sides.
  func order(
    _ sku: String = "cup-celadon", _ quantity: Int = 2, on side: ShopSide
  ) async throws -> String {
    let answer = try await visitor(side).order(sku, quantity)
    try #require(answer.status == 201, "\(answer.text)")
    try await world.settle()
    return answer.json["orderId"].text
  }

  func act(_ action: String, on id: String, at side: ShopSide) async throws -> Answer {
    try await visitor(side).call("POST", "/api/orders/\(id)/\(action)")
  }

  func ship(_ id: String, at side: ShopSide) async throws -> Answer {
    try await world.staff(on: side, "/api/staff/orders/\(id)/ship")
  }

  func show(_ id: String, on side: ShopSide) async throws -> JSON {
    try await visitor(side).call("GET", "/api/orders/\(id)").json
  }

  func points(on side: ShopSide) async throws -> JSON {
    try await visitor(side).call("GET", "/api/points").json
  }
}

extension MockWorld {
  static let clerk =
    ("authorization", "Basic \(Data("clerk:linkage-clerk".utf8).base64EncodedString())")

  func staff(
    on side: ShopSide, _ path: String, _ body: String = "", method: String = "POST"
  ) async throws -> Answer {
    try await visitor(on: side).call(method, path, body, headers: [Self.clerk])
  }

  /// What the counter has of a product: `(stock, reserved)`.
  func counter(_ sku: String) async throws -> (stock: Int?, reserved: Int?) {
    let level = try await visitor(.counter).call("GET", "/api/stock/\(sku)").json
    return (level["stock"].int, level["reserved"].int)
  }

  /// What a platform says that is left.
  func stock(of sku: String, on side: ShopSide) async throws -> Int? {
    try await visitor(on: side).call("GET", "/api/products/\(sku)").json["stock"].int
  }
}
