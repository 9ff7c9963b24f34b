import MockKit
import Mocks
import Testing

@Suite struct CouponUseTests {
  /// A customer with a coupon that both sides know.
  private func take(_ offer: String, _ customer: Customer) async throws -> String {
    let taken = try await customer.web.call("POST", "/api/coupons", #"{"offer":"\#(offer)"}"#)
    try #require(taken.status == 201, "\(taken.text)")
    try await customer.world.settle()
    return taken.json["couponId"].text
  }

  private func order(
    with coupon: String, _ quantity: Int = 4, on side: ShopSide, _ customer: Customer
  ) async throws -> Answer {
    let body = OrderTests.body("cup-celadon", quantity)
    return try await customer.visitor(side).order(
      body.dropLast() + #","couponId":"\#(coupon)"}"#)
  }

  private func coupon(_ id: String, on side: ShopSide, _ customer: Customer) async throws -> JSON {
    try await customer.visitor(side).call("GET", "/api/coupons/\(id)").json.without("syncNotice")
  }

  @Test(
    "a coupon is reserved by the order, redeemed by the payment, and given back by the refund, on both sides",
    arguments: ShopSide.allCases)
  func life(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await take("welcome-10", customer)
      let order = try await order(with: id, on: side, customer).json
      #expect(order["itemsAmount"].text == "63.92" && order["couponDiscount"].text == "10.00")
      #expect(order["amount"].text == "53.92" && order["couponId"].text == id)
      let path = order["orderId"].text
      for (action, status) in [("", "reserved"), ("pay", "redeemed"), ("refund", "issued")] {
        if !action.isEmpty {
          #expect(try await customer.act(action, on: path, at: side).status == 200)
        }
        let here = try await coupon(id, on: side, customer)
        #expect(here["status"].text == status)
        #expect(here["orderId"].text == (status == "issued" ? "" : path))
        try await world.settle()
        #expect(try await coupon(id, on: side.other, customer) == here)
      }
      #expect(try await self.order(with: id, on: side.other, customer).status == 201)
    }
  }

  @Test("a cancelled order gives its coupon back", arguments: ShopSide.allCases)
  func cancels(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await take("welcome-10", customer)
      let order = try await order(with: id, on: side, customer).json["orderId"].text
      let second = try await self.order(with: id, on: side.other, customer)
      #expect(second.outcome == "409 /problems/coupon-not-usable")
      _ = try await customer.act("cancel", on: order, at: side)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await coupon(id, on: side, customer)["status"].text == "issued")
      }
    }
  }

  @Test("the same coupon used by many orders on both sides at the same instant counts once")
  func once() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await take("welcome-10", customer)
      let answers = try await withThrowingTaskGroup { group in
        for number in 0..<60 {
          let side: ShopSide = number.isMultiple(of: 2) ? .web : .mini
          group.addTask { try await order(with: id, on: side, customer) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let winners = answers.filter { $0.status == 201 }
      #expect(winners.count == 1)
      #expect(answers.count { $0.outcome == "409 /problems/coupon-not-usable" } == 59)
      try await world.settle()
      for side in ShopSide.allCases {
        let shown = try await coupon(id, on: side, customer)
        #expect(shown["status"].text == "reserved")
        #expect(shown["orderId"] == winners.first?.json["orderId"])
        let orders = try await customer.visitor(side).call("GET", "/api/orders").json["items"]
        #expect(orders.list.count == 1)
      }
      #expect(try await world.counter("cup-celadon") == (496, 4))
    }
  }

  @Test("an order that does not come to be gives the coupon back")
  func abandoned() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await take("welcome-10", customer)
      for side in ShopSide.allCases {
        let refused = try await order(with: id, 999, on: side, customer)
        #expect(refused.outcome == "409 /problems/out-of-stock")
        try await world.settle()
        #expect(try await coupon(id, on: .web, customer)["status"].text == "issued")
      }
      #expect(try await order(with: id, on: .mini, customer).status == 201)
    }
  }

  @Test(
    "a coupon that does not fit the order is refused and stays",
    arguments: ShopSide.allCases)
  func refuses(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await take("welcome-10", customer)
      let small = try await order(with: id, 1, on: side, customer)
      #expect(small.outcome == "409 /problems/coupon-not-usable")
      #expect(small.json["detail"].text.contains("from 50.00"))
      let unknown = try await order(with: "cp_no", on: side, customer)
      #expect(unknown.outcome == "404 /problems/coupon-not-found")
      let thief = try await Customer.join(world, "13912345679")
      let stolen = try await order(with: id, on: side, thief)
      #expect(stolen.outcome == "404 /problems/coupon-not-found")
      try await world.settle()
      #expect(try await coupon(id, on: side, customer)["version"].int == 1)
    }
  }

  @Test("an expired coupon is refused, but an order that had it in time keeps it")
  func expiry() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let (kept, late) = try await (take("spring-20", customer), take("spring-20", customer))
      world.set.clock.advance(by: .seconds(7 * 86_400 - 600))
      #expect(try await coupon(kept, on: .mini, customer)["status"].text == "issued")
      let body = OrderTests.body("tea-longjing", 2).dropLast()
      let order = try await customer.web.order(body + #","couponId":"\#(kept)"}"#)
      #expect(order.json["couponDiscount"].text == "20.00")
      world.set.clock.advance(by: .seconds(601))
      let refused = try await customer.web.order(body + #","couponId":"\#(late)"}"#)
      #expect(refused.outcome == "409 /problems/coupon-not-usable")
      let id = order.json["orderId"].text
      #expect(try await customer.act("pay", on: id, at: .web).status == 200)
      #expect(try await coupon(kept, on: .web, customer)["status"].text == "redeemed")
      #expect(try await customer.act("refund", on: id, at: .web).status == 200)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await coupon(kept, on: side, customer)["status"].text == "expired")
      }
    }
  }

  @Test("uses that arrive the wrong way round leave the issuer at the version of the other side")
  func reordered() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let taken = try await customer.web.call("POST", "/api/coupons", #"{"offer":"spring-20"}"#)
      let (id, member) = (taken.json["couponId"].text, taken.json["memberId"].text)
      let reserve =
        #"{"id":"cmd_1","type":"coupon.reserve","data":{"couponId":"\#(id)","memberId":"\#(member)","orderId":"W1","goods":"300.00"}}"#
      let commands = LinkSender(world: world, path: "/_link/commands")
      #expect(try await commands.send("cmd_1", reserve).status == 200)
      for (step, version) in [("release", 4), ("redeem", 3)] {
        let used = LinkSender.event(
          "evt_\(step)", "coupon.used",
          #"{"couponId":"\#(id)","memberId":"\#(member)","orderId":"W1","step":"\#(step)","version":\#(version)}"#
        )
        #expect(try await LinkSender(world: world).send("evt_\(step)", used).status == 204)
      }
      let coupon = try await coupon(id, on: .mini, customer)
      #expect(coupon["status"].text == "issued" && coupon["version"].int == 4)
    }
  }

  @Test("what an order gave back is not reserved for it by a request that comes late")
  func lateReservation() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let taken = try await customer.web.call("POST", "/api/coupons", #"{"offer":"spring-20"}"#)
      let (id, member) = (taken.json["couponId"].text, taken.json["memberId"].text)
      let sender = LinkSender(world: world)
      let used = LinkSender.event(
        "evt_1", "coupon.used",
        #"{"couponId":"\#(id)","memberId":"\#(member)","orderId":"W1","step":"release"}"#)
      #expect(try await sender.send("evt_1", used).status == 204)
      let reserve =
        #"{"id":"cmd_1","type":"coupon.reserve","data":{"couponId":"\#(id)","memberId":"\#(member)","orderId":"W1","goods":"300.00"}}"#
      let late = try await LinkSender(world: world, path: "/_link/commands").send("cmd_1", reserve)
      #expect(late.outcome == "409 /problems/coupon-not-usable")
      #expect(try await coupon(id, on: .mini, customer)["status"].text == "issued")
    }
  }
}
