import MockKit
import Mocks
import Testing

@Suite struct ReferralTests {
  private static let phone = "13912345678"
  private static let friend = "13912345679"

  @Test("an invitation brings both fifty points, on both platforms, and is counted")
  func both() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let code = try await customer.web.invitation
      #expect(try await customer.mini.invitation == code)
      let (friend, answer) = try await world.join(Self.friend, code)
      #expect(answer.status == 201 && answer.json["member"]["points"].int == 50)
      let id = answer.json["member"]["memberId"].text
      try await world.settle()
      let friendOnWeb = try await world.logIn(Self.friend, on: .web).visitor
      for side in ShopSide.allCases {
        let visitor = customer.visitor(side)
        #expect(try await visitor.ledger == ["pt_ref_\(id)_by": 50])
        #expect(try await (side == .web ? friendOnWeb : friend).ledger == ["pt_ref_\(id)": 50])
        let referral = try await visitor.call("GET", "/api/referral").json
        #expect(referral["invited"].int == 1 && referral["points"].int == 50)
      }
      #expect(try await friend.invitation != code)
    }
  }

  @Test("the account page shows the code and how far the perk is, in the reader's language")
  func page() async throws {
    try await MockWorld.run { world in
      for (languages, word) in [("en", "Three purchases"), ("zh-CN", "三单礼")] {
        let browser = Browser(world, languages: languages)
        var person = WebsitePageTests.person
        person["phone"] = languages == "en" ? Self.phone : Self.friend
        try await browser.submit("register", of: "/register", person)
        let account = try await browser.open("/account")
        #expect(account.text.contains(word))
        #expect(account.element("perk-three-purchases") == "0 / 3")
        #expect(account.attribute("data-invited", of: "invitation") == "0")
        let code = try #require(account.text.firstMatch(of: /<code>([0-9A-Z]{13})<\/code>/)).1
        try await world.settle()
        let joined = try await world.join(
          languages == "en" ? "13911111110" : "13911111111", #""referralCode":"\#(code)""#)
        #expect(joined.answer.json["member"]["points"].int == 50)
      }
    }
  }

  @Test("a code of nobody, or of a member who has left, is refused, and nobody is registered")
  func unknown() async throws {
    try await MockWorld.run { world in
      let gone = try await world.register(Self.phone, on: .mini)
      let left = try await gone.invitation
      try await gone.call("DELETE", "/api/member")
      let codes = ["0000000000000", "ZZZZZZZZZZZZZ", "short", "", "0000000000-00"]
      for code in codes.map({ #""referralCode":"\#($0)""# }) + [left] {
        let answer = try await world.join(Self.friend, code).answer
        #expect(answer.outcome == "404 /problems/referral-not-found", "\(code)")
      }
      let login = try await world.logIn(Self.friend, on: .mini).answer
      #expect(login.outcome == "404 /problems/not-registered")
    }
  }

  @Test("who has left cannot be invited once more")
  func again() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let code = try await customer.web.invitation
      let friend = try await world.join(Self.friend, code).visitor
      try await friend.call("DELETE", "/api/member")
      let again = try await world.join(Self.friend, code).answer
      #expect(again.outcome == "409 /problems/referral-used")
      #expect(try await world.join(Self.friend, #""name":"小李""#).answer.status == 201)
      try await world.settle()
      #expect(try await customer.points(on: .web)["balance"].int == 50)
    }
  }

  @Test("whoever turns out to have invited themselves gives the points back")
  func themselves() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let code = try await customer.web.invitation
      let answer = try await world.join(Self.friend, code).answer
      #expect(answer.status == 201)
      let id = answer.json["member"]["memberId"].text
      try await world.settle()
      try await world.merge(Self.friend, with: Self.phone)
      for side in ShopSide.allCases {
        let visitor = customer.visitor(side)
        #expect(
          try await visitor.ledger == [
            "pt_ref_\(id)": 50, "pt_ref_\(id)_by": 50, "pt_ref_\(id)_void": -50,
            "pt_ref_\(id)_by_void": -50,
          ])
        let referral = try await visitor.call("GET", "/api/referral").json
        #expect(referral["invited"].int == 0 && referral["points"].int == 0)
      }
      #expect(world.set.linkStatus.values.allSatisfy { $0.deadLetters == 0 })
    }
  }

  @Test("of two invitations of one person the first one counts")
  func twice() async throws {
    try await MockWorld.run { world in
      let one = try await Customer.join(world, Self.phone)
      let other = try await Customer.join(world, "13912345670")
      let second = "13912345671"
      _ = try await world.join(Self.friend, one.web.invitation)
      try await world.settle()
      _ = try await world.join(second, other.web.invitation)
      try await world.settle()
      #expect(try await other.points(on: .web)["balance"].int == 50)
      try await world.merge(second, with: Self.friend)
      for side in ShopSide.allCases {
        #expect(try await one.points(on: side)["balance"].int == 50)
        #expect(try await other.points(on: side)["balance"].int == 0)
        #expect(
          try await other.visitor(side).call("GET", "/api/referral").json["invited"].int == 0)
      }
      let person = try await world.logIn(Self.friend, on: .mini).visitor
      #expect(try await person.call("GET", "/api/points").json["balance"].int == 50)
    }
  }

  @Test("after a merge the old code leads to the survivor")
  func oldCode() async throws {
    try await MockWorld.run { world in
      let web = try await world.register(Self.phone, on: .web)
      let mini = try await world.register("13912345670", on: .mini)
      try await world.settle()
      let code = try await mini.invitation
      try await world.merge("13912345670", with: Self.phone)
      _ = try await world.join(Self.friend, code)
      try await world.settle()
      for visitor in [web, mini] {
        let referral = try await visitor.call("GET", "/api/referral").json
        #expect(referral["invited"].int == 1 && referral["points"].int == 50)
      }
    }
  }

  @Test("what the mini-program told of an invitation counts once, however often it comes")
  func repeated() async throws {
    try await MockWorld.run { world in
      let web = try await world.register(Self.phone, on: .web)
      let member = try await web.member["memberId"].text
      var sender = LinkSender(world: world)
      sender.server = .web
      let data =
        #"{"kind":"referral","friendId":"8000000000000000001","memberId":"\#(member)","#
        + #""points":50,"joinedAt":"2026-01-01T00:00:00.000Z""#
      let void = data + #","voidedAt":"2026-01-02T00:00:00.000Z""#
      for (id, data, invited) in [("a", data, 1), ("b", data, 1), ("c", void, 0), ("d", data, 0)] {
        let event = LinkSender.event("evt_\(id)", "recruit.changed", data + "}")
        #expect(try await sender.send("evt_\(id)", event).status == 204)
        #expect(try await web.call("GET", "/api/referral").json["invited"].int == invited, "\(id)")
      }
    }
  }
}
