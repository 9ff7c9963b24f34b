import MockKit
import Mocks
import Testing

@Suite struct LotteryTests {
  static let answers = #"{"answers":{"tea":"puer","wish":"小包装"}}"#

  static func handIn(_ visitor: Visitor) async throws -> String {
    let answer = try await visitor.call("POST", "/api/forms/tea-habits", answers)
    try #require(answer.status == 201, "\(answer.text)")
    return answer.json["form"].text
  }

  static func draw(_ form: String, by visitor: Visitor) async throws -> Answer {
    try await visitor.call("POST", "/api/draws", #"{"form":"\#(form)"}"#)
  }

  /// Points and coupons that a member has on a side.
  private static func winnings(_ visitor: Visitor) async throws -> (points: Int?, coupons: [JSON]) {
    (
      try await visitor.call("GET", "/api/points").json["balance"].int,
      try await visitor.call("GET", "/api/coupons").json["items"].list
    )
  }

  @Test(
    "a form gives one draw, and what is won is there on both sides", arguments: ShopSide.allCases)
  func draws(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let form = try await Self.handIn(customer.web)
      let drawn = try await Self.draw(form, by: customer.visitor(side))
      #expect(drawn.status == 201 && drawn.json["status"].text == "drawn")
      let prize = drawn.json["prize"]
      let here = try await Self.winnings(customer.visitor(side))
      #expect(here.points == prize["points"].int ?? 0)
      let coupon = prize["couponId"]
      #expect(here.coupons.map { $0["couponId"] } == (coupon == .null ? [] : [coupon]))
      #expect(prize["points"] != .null || prize["couponId"] != .null)
      try await world.settle()
      for side in ShopSide.allCases {
        let visitor = customer.visitor(side)
        let shown = try await visitor.call("GET", "/api/draws/\(form)").json
        #expect(shown == drawn.json)
        #expect(try await visitor.call("GET", "/api/draws").json["items"] == .list([drawn.json]))
        let there = try await Self.winnings(visitor)
        #expect(there.points == here.points && there.coupons == here.coupons)
        let again = try await Self.draw(form, by: visitor)
        #expect(again.outcome == "409 /problems/already-drawn")
      }
    }
  }

  @Test("asked for on both sides many times at the same instant, it is drawn once")
  func once() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let form = try await Self.handIn(customer.web)
      let answers = try await withThrowingTaskGroup { tasks in
        for number in 0..<20 {
          tasks.addTask {
            try await Self.draw(form, by: number.isMultiple(of: 2) ? customer.web : customer.mini)
          }
        }
        return try await tasks.reduce(into: [Answer]()) { $0.append($1) }
      }
      #expect(answers.count { $0.status == 201 } == 1)
      #expect(answers.count { $0.outcome == "409 /problems/already-drawn" } == 19)
      let won = try #require(answers.first { $0.status == 201 }).json["prize"]
      try await world.settle()
      for visitor in [customer.web, customer.mini] {
        let winnings = try await Self.winnings(visitor)
        #expect(winnings.points == won["points"].int ?? 0)
        #expect(winnings.coupons.count == (won["couponId"] == .null ? 0 : 1))
      }
    }
  }

  @Test("the prize follows from the seed and the form, and each kind of prize is won by somebody")
  func isSeeded() async throws {
    var rounds: [[String]] = []
    for _ in 1...2 {
      try await MockWorld.run { world in
        var prizes: [String] = []
        for number in 10...29 {
          let visitor = try await world.register("139123456\(number)", on: .web)
          let drawn = try await Self.draw(try await Self.handIn(visitor), by: visitor).json
          let prize = drawn["prize"]["prize"].text
          let (points, coupons) = try await Self.winnings(visitor)
          #expect(points == (prize == "points-20" ? 20 : prize == "points-88" ? 88 : 0))
          #expect(coupons.map { $0["discount"].text } == (prize == "coupon-5" ? ["5.00"] : []))
          prizes.append(prize)
        }
        rounds.append(prizes)
      }
    }
    #expect(rounds[0] == rounds[1])
    #expect(Set(rounds[0]) == ["points-20", "points-88", "coupon-5"])
  }

  @Test("a member hands in a survey once, with an answer to each question; others do not see it")
  func handsInOnce() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let path = "/api/forms/tea-habits"
      for body in [
        "{}", #"{"answers":{}}"#, #"{"answers":{"tea":"cola","wish":"x"}}"#,
        #"{"answers":{"tea":"puer","wish":""}}"#,
        #"{"answers":{"tea":"puer","wish":"x","more":"x"}}"#,
      ] {
        let refused = try await customer.web.call("POST", path, body)
        #expect(refused.outcome == "422 /problems/invalid-request", "\(body)")
      }
      let form = try await Self.handIn(customer.web)
      let again = try await customer.web.call("POST", path, Self.answers)
      #expect(again.outcome == "409 /problems/form-handed-in")
      let none = try await customer.web.call("POST", "/api/forms/none", Self.answers)
      #expect(none.outcome == "404 /problems/survey-not-found")
      let other = try await world.register("13912345679", on: .web)
      #expect(try await Self.draw(form, by: other).outcome == "404 /problems/form-not-found")
      let seen = try await other.call("GET", "/api/draws/\(form)")
      #expect(seen.outcome == "404 /problems/form-not-found")
      let staff = try await world.staff(on: .web, "/api/staff/forms/\(form)", method: "GET")
      #expect(staff.json["answers"]["wish"].text == "小包装")
      let guest = try await world.visitor(.web).call("POST", path, "{}")
      #expect(guest.outcome == "401 /problems/not-logged-in")
    }
  }

  @Test("while the website cannot be asked the mini-program draws nothing, and afterwards it does")
  func outage() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let form = try await Self.handIn(customer.web)
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      let refused = try await Self.draw(form, by: customer.mini)
      #expect(refused.outcome == "503 /problems/peer-unavailable")
      let open = try await customer.mini.call("GET", "/api/draws/\(form)").json
      #expect(open["status"].text == "open")
      world.set.setLink(LinkFaults())
      #expect(try await Self.draw(form, by: customer.mini).status == 201)
    }
  }

  @Test("two members who become one have the draws of both")
  func merges() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.register("13912345679", on: .mini)
      let form = try await Self.handIn(web)
      try await world.settle()
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345678", openid: openid))
      try await world.settle()
      #expect(try await Self.draw(form, by: mini).status == 201)
      #expect(try await Self.draw(form, by: web).outcome == "409 /problems/already-drawn")
    }
  }
}
