import MockKit
import Testing

@Suite struct OrderTests {
  static let address = #""address":{"name":"王芳","phone":"13912345678","line":"上海市南京路1号"}"#

  static func body(_ sku: String, _ quantity: Int) -> String {
    #"{"items":[{"sku":"\#(sku)","quantity":\#(quantity)}],\#(address)}"#
  }

  @Test("an order is complete and takes its pieces out of the stock", arguments: ShopSide.allCases)
  func places(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let member = try await visitor.call("GET", "/api/member").json["memberId"]
      let answer = try await visitor.order("cup-celadon", 2)
      #expect(answer.status == 201)
      let order = answer.json
      #expect(order["orderId"].text.hasPrefix(side == .web ? "W" : "M"))
      #expect(Int(order["orderId"].text.dropFirst()) != nil)
      #expect(order["memberId"] == member)
      #expect(order["status"].text == "created" && order["version"].int == 1)
      #expect(order["amount"].text == "31.96")
      #expect(order["origin"].text == side.rawValue)
      #expect(
        order["items"]
          == .list([
            .object([
              "sku": .text("cup-celadon"), "name": .text("龙泉青瓷杯"), "quantity": .int(2),
              "price": .text("15.98"),
            ])
          ]))
      #expect(order["address"]["line"].text == "上海市南京路1号")
      let date = order["createdAt"].text
      #expect(date.count == 24 && date.hasSuffix("Z") && date.dropFirst(19).first == ".")
      let id = order["orderId"].text
      #expect(try await visitor.call("GET", "/api/orders/\(id)").json == order)
      #expect(
        try await visitor.call("GET", "/api/orders").json == .object(["items": .list([order])]))
      let products = try await visitor.call("GET", "/api/products").json["items"].list
      let cup = try #require(products.first { $0["sku"].text == "cup-celadon" })
      #expect(cup["stock"].int == 498 && cup["price"].text == "15.98")
    }
  }

  @Test("a paid order earns a point for each whole yuan, once", arguments: ShopSide.allCases)
  func pays(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let order = try await visitor.order("cup-celadon", 2).json
      let path = "/api/orders/\(order["orderId"].text)/pay"
      let paid = try await visitor.call("POST", path)
      #expect(paid.status == 200)
      #expect(paid.json["status"].text == "paid" && paid.json["version"].int == 2)
      #expect(try await visitor.call("POST", path).outcome == "409 /problems/not-payable")
      let points = try await visitor.call("GET", "/api/points").json
      #expect(points["balance"].int == 31 && points["entries"].list.count == 1)
      #expect(points["entries"][0]["origin"].text == side.rawValue)
    }
  }

  @Test("someone else's order is not found", arguments: ShopSide.allCases)
  func hidesOthers(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let owner = try await world.register("13912345678", on: side)
      let other = try await world.register("13912345679", on: side)
      let order = try await owner.order("cup-celadon", 1).json
      let path = "/api/orders/\(order["orderId"].text)"
      #expect(try await other.call("GET", path).outcome == "404 /problems/order-not-found")
      #expect(
        try await other.call("POST", path + "/pay").outcome == "404 /problems/order-not-found")
      #expect(try await other.call("GET", "/api/orders").json["items"] == .list([]))
    }
  }

  @Test(
    "an order that cannot be is refused and leaves the stock alone",
    arguments: [
      (body("pot-yixing", 31), "409 /problems/out-of-stock", "pot-yixing"),
      (body("cup-celadon", 0), "422 /problems/invalid-request", "`items[0].quantity`"),
      (body("no-such", 1), "422 /problems/invalid-request", "`items[0].sku`"),
      (#"{"items":[],\#(address)}"#, "422 /problems/invalid-request", "`items`"),
      (
        #"{"items":[{"sku":"cup-celadon"}],\#(address)}"#, "422 /problems/invalid-request",
        "`items[0].quantity`"
      ),
      (
        #"{"items":[{"sku":"cup-celadon","quantity":1}]}"#, "422 /problems/invalid-request",
        "`address`"
      ),
      (
        #"{"items":[{"sku":"cup-celadon","quantity":1},{"sku":"pot-yixing","quantity":99}],\#(address)}"#,
        "409 /problems/out-of-stock", "pot-yixing"
      ),
    ], ShopSide.allCases)
  func refuses(_ refused: (body: String, outcome: String, detail: String), side: ShopSide)
    async throws
  {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let before = try await visitor.call("GET", "/api/products").json
      let answer = try await visitor.order(refused.body)
      #expect(answer.outcome == refused.outcome)
      #expect(answer.json["detail"].text.contains(refused.detail))
      #expect(try await visitor.call("GET", "/api/products").json == before)
    }
  }
}
