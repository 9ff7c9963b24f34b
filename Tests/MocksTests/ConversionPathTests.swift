import MockKit
import Mocks
import Testing

@Suite struct ConversionPathTests {
  /// What both platforms tell of the day.
  private func paths(_ day: String, in world: MockWorld) async throws -> JSON {
    try await world.settle()
    let web = try await world.figures(day, day, on: .web, "paths")
    #expect(try await world.figures(day, day, on: .mini, "paths") == web)
    return web
  }

  private func nodes(_ paths: JSON, _ place: Int) -> [String] {
    paths["paths"][place]["nodes"].list.map {
      "\($0["node"].text) \($0["people"].int ?? -1) \($0["dropOff"].int ?? -1)"
    }
  }

  @Test("clicks on the website and opens in the mini-program are told for each entry")
  func entries() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let customer = try await Customer.join(world)
      let key = try await world.entry()
      for _ in 1...2 { _ = try await customer.web.call("GET", "/go/\(key)") }
      _ = try await customer.web.call("HEAD", "/go/\(key)")
      try await world.visitor(.web).tell("click", by: "v-1", #","entryKey":"\#(key)""#)
      _ = try await customer.mini.land(#"{"entry":"\#(key)"}"#, scene: 1194)
      let ticket = try await customer.mini.handOver(to: "/orders").json["path"].text
      _ = try await customer.web.call("GET", ticket)
      let entries = try await paths(day, in: world)["entries"].list
      #expect(entries.map { $0["source"].text } == ["banner", "orders"])
      #expect(entries.map { $0["direction"].text } == ["web→mini", "mini→web"])
      #expect(entries.map { $0["clicks"].int } == [3, 1])
      #expect(entries.map { $0["opens"].int } == [1, 1])
      #expect(entries[1]["rate"].int == 1)
    }
  }

  @Test("an entry that nobody clicked has no rate")
  func scanned() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let key = try await world.entry("code")
      _ = try await world.visitor(.mini).land(#"{"scene":"\#(key)"}"#, scene: 1047)
      let entry = try await paths(day, in: world)["entries"][0]
      #expect(entry["clicks"].int == 0 && entry["opens"].int == 1 && entry["rate"] == .null)
    }
  }

  @Test("people are counted at each node that they reached by the ones before it")
  func order() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let customer = try await Customer.join(world)
      // An order before the way was gone is none at its end.
      _ = try await customer.order(on: .mini)
      try await customer.web.tell("visit")
      let key = try await world.entry()
      _ = try await customer.web.call("GET", "/go/\(key)")
      _ = try await customer.mini.land(#"{"entry":"\#(key)"}"#, scene: 1194)
      try await world.visitor(.web).tell("visit", by: "v-1")
      let before = try await paths(day, in: world)
      #expect(nodes(before, 0) == ["website 2 1", "entry 1 0", "mini-program 1 1", "order 0 0"])
      _ = try await customer.order(on: .mini)
      let after = try await paths(day, in: world)
      #expect(nodes(after, 0) == ["website 2 1", "entry 1 0", "mini-program 1 0", "order 1 0"])
      let ticket = try await customer.mini.handOver(to: "/orders").json["path"].text
      #expect(nodes(try await paths(day, in: world), 1)[1] == "entry 1 1")
      _ = try await customer.web.call("GET", ticket)
      _ = try await customer.web.ask()
      let back = try await paths(day, in: world)
      #expect(nodes(back, 1) == ["mini-program 1 0", "entry 1 0", "website 1 0", "inquiry 1 0"])
    }
  }

  @Test("functions are told by their use, and what is sent again was used once")
  func functions() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let (web, mini) = (world.visitor(.web), world.visitor(.mini))
      var answers: [JSON] = []
      for _ in 1...3 {
        answers.append(
          try await web.tell("use", by: "v-1", #","function":"search","eventId":"e-1""#).json)
      }
      #expect(Set(answers.map { $0["at"].text }).count == 1)
      #expect(answers.allSatisfy { $0["eventId"].text == "e-1" })
      // The name of an event is that of its visitor on its platform.
      for (visitor, name) in [(web, "v-2"), (mini, "v-1")] {
        try await visitor.tell("use", by: name, #","function":"search","eventId":"e-1""#)
      }
      for _ in 1...4 { try await mini.tell("use", by: "v-3", #","function":"share""#) }
      let functions = try await paths(day, in: world)["functions"].list
      #expect(
        functions.map { "\($0["platform"].text) \($0["function"].text)" }
          == ["mini share", "web search", "mini search"])
      #expect(functions.map { $0["uses"].int } == [4, 2, 1])
      #expect(functions.map { $0["people"].int } == [1, 2, 1])
    }
  }

  @Test("an event that arrives twice, and before its member, counts once")
  func arrival() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let sender = LinkSender(world: world)
      let body = { (id: String, member: String) in
        LinkSender.event(
          id, "event.tracked",
          #"{"eventId":"te_1","platform":"web","event":"use","memberId":"\#(member)","#
            + #""function":"search","atMs":\#(world.set.clock.milliseconds)}"#)
      }
      let early = try await sender.send("evt_0", body("evt_0", "1"))
      #expect(early.outcome == "409 /problems/unknown-member")
      let visitor = try await world.register("13912345678", on: .mini)
      let member = try await visitor.member["memberId"].text
      for id in ["evt_1", "evt_1", "evt_2"] {
        #expect(try await sender.send(id, body(id, member)).status == 204)
      }
      let told = try await world.figures(day, day, on: .mini, "paths")["functions"].list
      #expect(told.map { $0["uses"].int } == [1])
    }
  }

  @Test(
    "a wrong event is told with its field",
    arguments: [
      (ShopSide.web, #"{"event":"open","visitor":"v"}"#, "`event`"),
      (.mini, #"{"event":"visit","visitor":"v"}"#, "`event`"),
      (.web, #"{"event":"dance","visitor":"v"}"#, "`event`"),
      (.web, #"{"event":"visit"}"#, "`visitor`"),
      (.web, #"{"event":"visit","visitor":""}"#, "`visitor`"),
      (.mini, #"{"event":"use","visitor":"v"}"#, "`function`"),
      (.web, #"{"event":"click","visitor":"v"}"#, "`entryKey`"),
      (.mini, #"{"event":"open","visitor":"v","eventId":""}"#, "`eventId`"),
    ])
  func invalid(side: ShopSide, body: String, field: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(on: side).call("POST", "/api/events", body)
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(answer.json["detail"].text.contains(field), "\(answer.text)")
      let unknown = try await world.visitor(on: side).tell(
        "click", by: "v", #","entryKey":"none""#)
      #expect(unknown.outcome == "404 /problems/entry-not-found")
    }
  }
}
