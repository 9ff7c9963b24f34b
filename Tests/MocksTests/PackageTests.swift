import Foundation
import MockKit
import Mocks
import Testing

@Suite struct PackageTests {
  /// A package that a customer has bought.
  private static func buy(
    _ customer: Customer, _ quantity: Int = 1
  ) async throws -> (order: String, package: String) {
    let order = try await customer.order("package-tea-5", quantity, on: .web)
    try #require(try await customer.act("pay", on: order, at: .web).status == 200)
    try await customer.world.settle()
    return (order, "pk_\(order)_1")
  }

  private static func show(_ id: String, _ visitor: Visitor) async throws -> JSON {
    try await visitor.call("GET", "/api/packages/\(id)").json.without("syncNotice")
  }

  private static func code(_ id: String, _ visitor: Visitor) async throws -> String {
    try await visitor.call("GET", "/api/packages/\(id)/code").json["code"].text
  }

  private static func scan(_ code: String, _ world: MockWorld) async throws -> Answer {
    try await world.visitor(.counter).call(
      "POST", "/api/redemptions", #"{"code":"\#(code)"}"#, headers: [MockWorld.clerk])
  }

  @Test("a paid order becomes a package, on both platforms, and a service of the member's")
  func buys() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let (order, package) = try await Self.buy(customer, 2)
      for visitor in [customer.web, customer.mini] {
        let shown = try await Self.show(package, visitor)
        #expect(shown["usesLeft"].int == 10 && shown["orderId"].text == order)
        #expect(shown["entries"].list.map { $0["amount"].int } == [10])
        #expect(shown["code"].text.wholeMatch(of: /\d{12}/) != nil)
        #expect(try await visitor.member["purchasedServices"] == .list([.text("package-tea-5")]))
        let list = try await visitor.call("GET", "/api/packages").json["items"]
        #expect(list == .list([shown]))
      }
      let there = try await customer.mini.order("package-tea-5", 1)
      #expect(there.outcome == "409 /problems/sold-on-website")
      let cup = try await customer.order(on: .web)
      _ = try await customer.act("pay", on: cup, at: .web)
      #expect(try await customer.web.call("GET", "/api/packages").json["items"].list.count == 1)
    }
  }

  @Test("each scan takes one use, until none is left, and both platforms agree")
  func redeems() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let package = try await Self.buy(customer).package
      var codes: Set<String> = []
      for left in (0..<5).reversed() {
        let code = try await Self.code(package, customer.mini)
        #expect(codes.insert(code).inserted)
        let redeemed = try await Self.scan(code, world)
        #expect(redeemed.status == 201 && redeemed.json["usesLeft"].int == left)
        #expect(redeemed.json["packageId"].text == package)
        try await world.settle()
        let shown = try await Self.show(package, customer.mini)
        #expect(shown["usesLeft"].int == left && shown["version"].int == 6 - left)
        #expect(try await Self.show(package, customer.web) == shown)
      }
      #expect(try await Self.show(package, customer.web)["status"].text == "used")
      for code in codes {
        #expect(try await Self.scan(code, world).outcome == "409 /problems/code-used")
      }
      let none = try await customer.mini.call("GET", "/api/packages/\(package)/code")
      #expect(none.outcome == "409 /problems/package-over")
    }
  }

  @Test("one code scanned by many at once takes one use")
  func races() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let package = try await Self.buy(customer).package
      let code = try await Self.code(package, customer.mini)
      let outcomes = try await withThrowingTaskGroup { group in
        for _ in 0..<20 { group.addTask { try await Self.scan(code, world).outcome } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "201" } == 1)
      #expect(outcomes.count { $0 == "409 /problems/code-used" } == 19)
      try await world.settle()
      #expect(try await Self.show(package, customer.mini)["usesLeft"].int == 4)
    }
  }

  @Test("only the clerk scans, and only codes that there are")
  func refuses() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let package = try await Self.buy(customer).package
      let code = try await Self.code(package, customer.mini)
      let guest = try await world.visitor(.counter).call(
        "POST", "/api/redemptions", #"{"code":"\#(code)"}"#)
      #expect(guest.outcome == "401 /problems/staff-only")
      #expect(try await Self.scan("000", world).outcome == "404 /problems/code-not-found")
      let other = try await world.register("13912345679", on: .web)
      #expect(
        try await other.call("GET", "/api/packages/\(package)/code").outcome
          == "404 /problems/package-not-found")
      #expect(try await customer.web.call("DELETE", "/api/member").status == 204)
      #expect(try await Self.scan(code, world).outcome == "404 /problems/code-not-found")
    }
  }

  @Test("without the website nothing is redeemed, and a lost answer takes one use")
  func withoutWebsite() async throws {
    var options = try MockWorld.options
    options.only = .counter
    options.peers = [.web: "http://127.0.0.1:1", .mini: "http://127.0.0.1:1"]
    try await MockWorld.run(options) { world in
      let alone = try await Self.scan("1", world)
      #expect(alone.outcome == "503 /problems/website-unavailable")
    }
    options = try MockWorld.options
    options.faults = [
      Fault(
        "ack_lost", id: "lost", link: .counter, match: FaultMatch(event: "package.redeem"),
        count: 1)
    ]
    try await MockWorld.run(options) { world in
      let customer = try await Customer.join(world)
      let package = try await Self.buy(customer).package
      let code = try await Self.code(package, customer.mini)
      let redeemed = try await Self.scan(code, world)
      #expect(redeemed.status == 201 && redeemed.json["usesLeft"].int == 4)
      #expect(try await Self.show(package, customer.web)["usesLeft"].int == 4)
    }
  }

  @Test("an unused package goes back with its order; a used one only where the staff decides so")
  func refunds() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let unused = try await Self.buy(customer)
      let back = try await customer.act("refund", on: unused.order, at: .mini)
      #expect(back.json["status"].text == "refunded")
      try await world.settle()
      for visitor in [customer.web, customer.mini] {
        let shown = try await Self.show(unused.package, visitor)
        #expect(shown["status"].text == "refunded" && shown["usesLeft"].int == 0)
        #expect(shown["entries"].list.map { $0["amount"].int } == [5, -5])
        #expect(shown["code"] == .null)
        #expect(try await visitor.member["purchasedServices"] == .list([]))
      }
      let used = try await Self.buy(customer)
      let code = try await Self.code(used.package, customer.web)
      #expect(try await Self.scan(code, world).status == 201)
      for side in ShopSide.allCases {
        let refused = try await customer.act("refund", on: used.order, at: side)
        #expect(refused.outcome == "409 /problems/not-refundable")
      }
      let asked = try await customer.web.call(
        "POST", "/api/orders/\(used.order)/after-sales", #"{"kind":"refund","reason":"x"}"#)
      _ = try await world.staff(
        on: .web, "/api/staff/after-sales/\(asked.json["afterSalesId"].text)/decision",
        #"{"approve":true}"#)
      try await world.settle()
      let shown = try await Self.show(used.package, customer.mini)
      #expect(shown["status"].text == "refunded" && shown["usesLeft"].int == 0)
      #expect(shown["entries"].list.map { $0["amount"].int } == [5, -1, -4])
    }
  }
}
