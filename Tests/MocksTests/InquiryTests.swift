import Foundation
import MockKit
import Mocks
import Testing

@Suite struct InquiryTests {
  private static func show(_ id: String, _ visitor: Visitor) async throws -> JSON {
    try await visitor.call("GET", "/api/inquiries/\(id)").json.without("syncNotice")
  }

  @Test(
    "an inquiry is quoted and answered wherever one is, and both platforms show the same",
    arguments: ShopSide.allCases)
  func follows(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.visitor(side).ask()
      try await world.settle()
      #expect(try await world.quote(id, on: side.other).json["status"].text == "quoted")
      let answered = try await customer.visitor(side.other).reply("成交", to: id, accept: true)
      #expect(answered.status == 201 && answered.json["status"].text == "answered")
      // Whoever asked reads it back at once.
      let read = try await Self.show(id, customer.visitor(side.other))
      #expect(read == answered.json.without("syncNotice"))
      try await world.settle()
      let (web, mini) = (
        try await Self.show(id, customer.web), try await Self.show(id, customer.mini)
      )
      #expect(web == mini && web["version"].int == 3 && web["origin"].text == side.rawValue)
      #expect(web["quote"]["accepted"] == .bool(true))
      #expect(web["contact"]["link"].text.hasPrefix("https://work.weixin.qq.com/"))
      #expect(web["messages"].list.map { $0["text"].text } == ["能刻字吗？", "含刻字", "成交"])
      #expect(
        web["messages"].list.map { $0["platform"].text }
          == [side.rawValue, side.other.rawValue, side.other.rawValue])
      let times = web["messages"].list.map { $0["at"].text }
      #expect(times == times.sorted() && Set(times).count == 3)
    }
  }

  @Test("the member is told of each step once and in order, and whom to ask")
  func tells() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.ask()
      // The staff of the mini-program is ahead of what the link has brought there.
      _ = try await world.quote(id, on: .mini)
      _ = try await world.staff(
        on: .mini, "/api/staff/inquiries/\(id)/replies", #"{"text":"三天内交货"}"#)
      _ = try await customer.mini.reply("好", to: id)
      _ = try await world.staff(on: .web, "/api/staff/inquiries/\(id)/close")
      try await world.settle()
      #expect(try await world.inbox("当前进度") == ["已受理", "已报价", "有新回复", "已完结"])
      #expect(
        try await world.inbox("说明") == ["客服小联（企业微信）", "报价 ¥288.00", "采购", "采购"])
      #expect(try await world.told(customer.web) == ["accepted", "quoted", "replied", "closed"])
      let first = try await customer.web.call("GET", "/api/notifications").json["items"].list.last
      #expect(first?["contact"] == (try await Self.show(id, customer.web))["contact"])
      #expect(first?["inquiryId"].text == id && first?["orderId"] == .null)
    }
  }

  @Test("a closed inquiry takes nothing, and a quote is answered once, while it is valid")
  func refuses() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.ask()
      #expect(
        try await customer.web.reply("成交", to: id, accept: true).outcome
          == "409 /problems/inquiry-not-quoted")
      _ = try await world.quote(id, days: 1)
      world.set.clock.advance(by: .seconds(86_400 + 1))
      #expect(
        try await customer.mini.reply("成交", to: id, accept: true).outcome
          == "409 /problems/quote-expired")
      #expect(try await customer.mini.reply("太晚了", to: id, accept: false).status == 201)
      #expect(
        try await customer.web.reply("成交", to: id, accept: true).outcome
          == "409 /problems/inquiry-not-quoted")
      _ = try await world.staff(on: .mini, "/api/staff/inquiries/\(id)/close")
      let closed = "409 /problems/inquiry-closed"
      #expect(try await customer.mini.reply("还在吗", to: id).outcome == closed)
      #expect(try await world.quote(id).outcome == closed)
      try await world.settle()
      #expect(try await Self.show(id, customer.mini)["messages"].list.count == 3)
    }
  }

  @Test(
    "what is not understood, or somebody else's, is refused on both sides",
    arguments: ShopSide.allCases)
  func isOnesOwn(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let visitor = customer.visitor(side)
      let (unknown, invalid) = ("404 /problems/inquiry-not-found", "422 /problems/invalid-request")
      let post = { (body: String) in
        try await visitor.call("POST", "/api/inquiries", body).outcome
      }
      #expect(try await post(#"{"subject":"","text":"x"}"#) == invalid)
      #expect(
        try await post(#"{"subject":"x","text":"x","sku":"none"}"#)
          == "404 /problems/product-not-found")
      let id = try await visitor.ask()
      try await world.settle()
      let other = try await world.register("13912345679", on: side)
      #expect(try await other.call("GET", "/api/inquiries/\(id)").outcome == unknown)
      #expect(try await other.reply("x", to: id).outcome == unknown)
      #expect(try await world.quote(id, "0.00", on: side).outcome == invalid)
      #expect(try await world.quote(id, days: 0, on: side).outcome == invalid)
      #expect(try await world.quote("none", on: side).outcome == unknown)
      let guest = world.visitor(on: side)
      #expect(try await guest.reply("x", to: id).outcome == "401 /problems/not-logged-in")
      #expect(
        try await guest.call("POST", "/api/staff/inquiries/\(id)/close").outcome
          == "401 /problems/staff-only")
    }
  }

  @Test("a reply that is sent again under its key is there once", arguments: ShopSide.allCases)
  func once(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.ask()
      try await world.settle()
      for _ in 1...3 {
        let answer = try await customer.visitor(side).call(
          "POST", "/api/inquiries/\(id)/replies", #"{"text":"好"}"#,
          headers: [("idempotency-key", "\"reply-1\"")])
        #expect(answer.status == 201)
      }
      try await world.settle()
      for visitor in [customer.web, customer.mini] {
        #expect(try await Self.show(id, visitor)["messages"].list.count == 2)
      }
    }
  }

  @Test("a storm of replies from both sides is kept whole, in one order")
  func storm() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.ask()
      try await world.settle()
      let outcomes = try await withThrowingTaskGroup { group in
        for number in 1...120 {
          let visitor = customer.visitor(number.isMultiple(of: 2) ? .web : .mini)
          group.addTask { try await visitor.reply("第\(number)条", to: id).outcome }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "201" } == 99)
      #expect(outcomes.count { $0 == "409 /problems/inquiry-full" } == 21)
      try await world.settle()
      let web = try await Self.show(id, customer.web)
      #expect(web == (try await Self.show(id, customer.mini)))
      let messages = web["messages"].list
      #expect(messages.count == 100 && Set(messages.map { $0["text"].text }).count == 100)
      #expect(messages.map { $0["messageId"].text } == (1...100).map { "\(id)_\($0)" })
      let times = messages.map { $0["at"].text }
      #expect(times == times.sorted() && Set(times).count == 100)
    }
  }

  @Test("two members who become one have the inquiries of both")
  func merges() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.register("13912345679", on: .mini)
      let ids = [try await web.ask("一"), try await mini.ask("二")]
      try await world.settle()
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345678", openid: openid))
      try await world.settle()
      let member = try await web.member["memberId"].text
      for visitor in [web, mini] {
        let items = try await visitor.call("GET", "/api/inquiries").json["items"].list
        #expect(Set(items.map { $0["inquiryId"].text }) == Set(ids))
        #expect(items.allSatisfy { $0["memberId"].text == member })
      }
      _ = try await world.quote(ids[1])
      try await world.settle()
      #expect(try await Self.show(ids[1], mini)["status"].text == "quoted")
    }
  }

  @Test("the website asks, quotes and answers through forms")
  func pages() async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      try await browser.submit("register", of: "/register", WebsitePageTests.person)
      let sent = try await browser.submit(
        "inquiry", of: "/inquiries?sku=cup-celadon", ["subject": "采购", "text": "能刻字吗？"])
      let path = try #require(sent.location)
      #expect(sent.status == 303 && path.hasPrefix("/inquiries/iq_"))
      let id = String(path.dropFirst("/inquiries/".count))
      _ = try await world.quote(id)
      let page = try await browser.open(path)
      #expect(page.attribute("data-status", of: "inquiry-status") == "quoted")
      #expect(page.element("quote") == "288.00" && page.element("inquiry-sku") == "cup-celadon")
      #expect(
        try await browser.submit("reply", of: path, ["text": "成交", "accept": "yes"]).location
          == path)
      let answered = try await browser.open(path)
      #expect(answered.attribute("data-status", of: "inquiry-status") == "answered")
      #expect(answered.text.matches(of: /data-message="/).count == 3)
      let again = try await browser.submit("reply", of: path, ["text": "不要", "accept": "no"])
      #expect(again.status == 409)
      #expect(again.attribute("data-type", of: "problem") == "/problems/inquiry-not-quoted")
      let news = try await browser.open("/notifications").text
      #expect(news.matches(of: /data-inquiry="iq_/).count == 2 && !news.contains("/orders/\""))
    }
  }
}
