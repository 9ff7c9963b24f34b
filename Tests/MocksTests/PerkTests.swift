import MockKit
import Mocks
import Testing

@Suite struct PerkTests {
  private static func coupons(_ visitor: Visitor) async throws -> [String] {
    try await visitor.call("GET", "/api/coupons").json["items"].list.map { $0["offer"].text }
  }

  @Test("three purchases in the mini-program bring the perk, not before and once")
  func three() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      for _ in 0..<3 { _ = try await customer.web.buy() }
      for count in 1...2 {
        _ = try await customer.mini.buy()
        try await world.settle()
        for side in ShopSide.allCases {
          let perk = try await customer.visitor(side).perk
          #expect(perk["purchases"].int == count && perk["couponId"] == .null)
          #expect(perk["needed"].int == 3)
        }
      }
      let member = try await customer.web.member["memberId"].text
      for _ in 3...4 {
        _ = try await customer.mini.buy()
        try await world.settle()
        for side in ShopSide.allCases {
          let perk = try await customer.visitor(side).perk
          #expect(perk["purchases"].int == 3 && perk["couponId"].text == "cp_perk_\(member)")
          #expect(try await Self.coupons(customer.visitor(side)) == ["three-purchases"])
        }
      }
    }
  }

  @Test("what is refunded before does not count, what is refunded afterwards takes nothing back")
  func refunds() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let first = try await customer.mini.buy()
      _ = try await customer.act("refund", on: first, at: .mini)
      _ = try await customer.mini.buy()
      let last = try await customer.mini.buy()
      try await world.settle()
      #expect(try await customer.web.perk["purchases"].int == 2)
      #expect(try await customer.web.perk["couponId"] == .null)
      _ = try await customer.mini.buy()
      try await world.settle()
      let given = try await customer.web.perk
      #expect(!given["couponId"].text.isEmpty)
      _ = try await customer.act("refund", on: last, at: .web)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await customer.visitor(side).perk == given)
      }
    }
  }

  @Test("an order of the mini-program that is paid on the website counts, an unpaid one does not")
  func paidElsewhere() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      for _ in 0..<2 { _ = try await customer.mini.buy() }
      let order = try await customer.order("notebook-xuan", 1, on: .mini)
      #expect(try await customer.web.perk["purchases"].int == 2)
      _ = try await customer.act("pay", on: order, at: .web)
      #expect(try await customer.web.perk["purchases"].int == 3)
      #expect(!(try await customer.web.perk["couponId"].text.isEmpty))
    }
  }

  @Test("nobody can take the perk's coupon otherwise, and it is good for an order")
  func coupon() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      for side in ShopSide.allCases {
        let taken = try await customer.visitor(side).call(
          "POST", "/api/coupons", #"{"offer":"three-purchases"}"#)
        #expect(taken.outcome == "422 /problems/invalid-request")
      }
      for _ in 0..<3 { _ = try await customer.mini.buy() }
      try await world.settle()
      let coupon = try await customer.web.perk["couponId"].text
      let order = try await customer.web.order(
        OrderTests.body("cup-celadon", 4).dropLast() + #","couponId":"\#(coupon)"}"#)
      #expect(order.status == 201 && order.json["couponDiscount"].text == "20.00")
    }
  }

  @Test("two members who become one count their purchases together")
  func merges() async throws {
    try await MockWorld.run { world in
      let (phone, other) = ("13912345678", "13912345679")
      let customer = try await Customer.join(world, phone)
      let second = try await world.register(other, on: .mini)
      for visitor in [customer.mini, customer.mini, second] { _ = try await visitor.buy() }
      try await world.settle()
      #expect(try await customer.web.perk["couponId"] == .null)
      try await world.merge(other, with: phone)
      let member = try await customer.web.member["memberId"].text
      for side in ShopSide.allCases {
        let perk = try await customer.visitor(side).perk
        #expect(perk["purchases"].int == 3 && perk["couponId"].text == "cp_perk_\(member)")
      }
    }
  }
}
