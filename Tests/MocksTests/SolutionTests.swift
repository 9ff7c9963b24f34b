import MockKit
import Mocks
import Testing

@Suite struct SolutionTests {
  private static func show(_ id: String, _ visitor: Visitor) async throws -> JSON {
    try await visitor.call("GET", "/api/solutions/\(id)").json.without("syncNotice")
  }

  private static func stages(_ solution: JSON) -> [String] {
    solution["stages"].list.map { $0["stage"].text }
  }

  private static let all = ["received", "reviewing", "designing", "quoted", "delivered"]

  @Test(
    "every stage arrives once and in order, in the mini-program, in WeChat and on the website",
    arguments: ShopSide.allCases, ShopSide.allCases)
  func arrives(side: ShopSide, staff: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.visitor(side).wish()
      for stage in Self.all.dropFirst() {
        #expect(try await world.move(id, to: stage, on: staff).json["stage"].text == stage)
      }
      try await world.settle()
      let web = try await Self.show(id, customer.web)
      #expect(web == (try await Self.show(id, customer.mini)))
      #expect(Self.stages(web) == Self.all && web["version"].int == 5)
      let times = web["stages"].list.map { $0["at"].text }
      #expect(times == times.sorted() && Set(times).count == 5)
      #expect(try await world.told(customer.web) == Self.all)
      #expect(
        try await world.inbox("当前进度") == ["已受理", "评审中", "设计中", "已报价", "已交付"])
      #expect(try await world.inbox("说明").last == "礼盒")
    }
  }

  @Test("a stage that does not come next is refused, and nothing follows the last one")
  func refuses() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.wish()
      let refusal = "409 /problems/stage-not-next"
      for stage in ["received", "designing", "rejected", "delivered"] {
        #expect(try await world.move(id, to: stage, on: .mini).outcome == refusal)
      }
      #expect(try await world.move(id, to: "flying").outcome == "422 /problems/invalid-request")
      #expect(try await world.move(id, to: "reviewing").status == 200)
      #expect(try await world.move(id, to: "rejected").status == 200)
      for stage in Self.all { #expect(try await world.move(id, to: stage).outcome == refusal) }
      try await world.settle()
      #expect(
        Self.stages(try await Self.show(id, customer.mini)) == [
          "received", "reviewing", "rejected",
        ])
      #expect(
        try await world.move("none", to: "reviewing").outcome == "404 /problems/solution-not-found")
    }
  }

  @Test("each is its member's own, and goes along when two become one")
  func merges() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.register("13912345679", on: .mini)
      let ids = [try await web.wish("一"), try await mini.wish("二")]
      try await world.settle()
      #expect(
        try await web.call("GET", "/api/solutions/\(ids[1])").outcome
          == "404 /problems/solution-not-found")
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345678", openid: openid))
      try await world.settle()
      for visitor in [web, mini] {
        let items = try await visitor.call("GET", "/api/solutions").json["items"].list
        #expect(Set(items.map { $0["solutionId"].text }) == Set(ids))
      }
    }
  }

  @Test("while the link is down nothing is lost: afterwards all stages are told, in order")
  func waits() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      world.set.setLink(LinkFaults(down: true))
      let id = try await customer.web.wish()
      for stage in Self.all.dropFirst() { _ = try await world.move(id, to: stage) }
      #expect(try await world.inbox("当前进度").isEmpty)
      world.set.setLink(LinkFaults())
      try await world.settle()
      #expect(
        try await world.inbox("当前进度") == ["已受理", "评审中", "设计中", "已报价", "已交付"])
      #expect(Self.stages(try await Self.show(id, customer.mini)) == Self.all)
    }
  }

  @Test("the website asks for it through a form and shows how far it is")
  func pages() async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      try await browser.submit("register", of: "/register", WebsitePageTests.person)
      let sent = try await browser.submit(
        "solution", of: "/solutions", ["title": "礼盒", "need": "三百份", "budget": "30000"])
      let path = try #require(sent.location)
      #expect(sent.status == 303 && path.hasPrefix("/solutions/so_"))
      _ = try await world.move(String(path.dropFirst("/solutions/".count)), to: "reviewing")
      let page = try await browser.open(path)
      #expect(page.attribute("data-stage", of: "stage") == "reviewing")
      #expect(page.element("budget") == "30000.00")
      #expect(page.text.matches(of: /<li data-stage="/).count == 2)
      #expect(try await browser.open("/solutions").text.contains("data-stage=\"reviewing\""))
    }
  }
}
