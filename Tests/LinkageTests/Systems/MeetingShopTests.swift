import Foundation
import Testing

/// Steps inside steps, from the file to what the systems see.
@Suite("What runs side by side, again, and inside one another")
struct MeetingShopTests {
  private static let target = """
    target: meeting
    platforms: { web: { base: "BASE" } }
    operations:
      web.round: { post: /round, headers: { X-Who: "${with.name}" }, json: { n: "${with.n}" } }
      web.wait: { get: /waits-for-rounds }
      web.meet: { post: /meet, headers: { X-Who: "${with.name}" }, out: { done: "true" } }
      web.enter: { post: /enter, headers: { X-Who: "${with.name}" }, out: { who: http.body.who } }
      web.leave: { post: /leave, headers: { X-Who: "${with.name}" } }
      web.outerLeave: { post: /outer-leave, headers: { X-Who: "${with.name}" } }
      web.blocked: { get: /blocked, timeout: 500s }
      web.refuse: { post: /refuse, headers: { X-Who: "${with.name}" }, errors: { no: http.status == 422 } }
    """

  private static let inner = """
    flow: inner
    inputs: { name: string }
    outputs: { who: enter.out.who }
    steps:
      - { id: enter, do: web.enter, with: { name: "${inputs.name}" } }
      - { do: web.meet, when: "inputs.name.startsWith('met-')", with: { name: "${inputs.name}" } }
      - { do: web.refuse, when: "inputs.name == 'refused'", with: { name: "${inputs.name}" } }
      - { do: web.blocked, when: "inputs.name == 'blocked'" }
    finally:
      - { do: web.leave, with: { name: "${inputs.name}" } }
    """

  private static let outer = """
    flow: outer
    inputs: { name: string }
    outputs: { who: "first.out.who + '+' + second.out.who" }
    steps:
      - { id: first, use: inner.yaml, with: { name: one } }
      - { id: second, use: inner.yaml, with: { name: "${inputs.name}" } }
    finally:
      - { do: web.outerLeave, with: { name: "${inputs.name}" } }
    """

  private func stage(_ shop: MeetingShop, _ scenario: String) throws -> Folder {
    let folder = try Folder()
    try folder.write(
      Self.target.replacingOccurrences(of: "BASE", with: shop.server.url), to: "target.yaml")
    try folder.write(Self.inner, to: "inner.yaml")
    try folder.write(Self.outer, to: "outer.yaml")
    try folder.write(scenario, to: "meeting.yaml")
    return folder
  }

  private static let run = ["run", "meeting.yaml", "--target", "target.yaml"]

  @Test("rounds inside `together` come one after the other, beside the other branch")
  func rounds() async throws {
    let shop = try MeetingShop()
    let folder = try stage(
      shop,
      """
      scenario: meeting
      steps:
        - together:
            - { id: each, do: web.round, with: { name: "${string(round)}", n: "${round}" }, repeat: { times: 3 } }
            - { id: other, do: web.wait }
        - { do: web.enter, with: { name: "${string(each.rounds.size())}" }, expect: [ "each.rounds.all(r, r.outcome == 'ok')", each.with.n == 3, other.outcome == 'ok' ] }
      """)
    let run = try await Binary.run(Self.run, in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let rounds = shop.log.filter { $0.hasPrefix("POST /round") }
    #expect(rounds == ["POST /round 1", "POST /round 2", "POST /round 3"])
    #expect(shop.log.last == "POST /enter 3")
  }

  @Test("a flow used side by side serves each actor by itself and cleans up for each")
  func flows() async throws {
    let shop = try MeetingShop()
    let folder = try stage(
      shop,
      """
      scenario: meeting
      actors: { alice: { name: met-alice }, bob: { name: met-bob } }
      steps:
        - together:
            - { id: hers, use: inner.yaml, as: alice }
            - { id: his, use: inner.yaml, as: bob }
        - { do: web.enter, with: { name: after }, expect: [ hers.out.who == 'met-alice', his.out.who == 'met-bob' ] }
      """)
    let run = try await Binary.run(Self.run, in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let log = shop.log
    #expect(log.filter { $0.hasPrefix("POST /meet") }.count == 2)
    #expect(Set(log.suffix(2)) == ["POST /leave met-alice", "POST /leave met-bob"])
    #expect(log.count == 7, "\(log)")
  }

  private static let nested = """
    scenario: meeting
    actors: { alice: { name: NAME } }
    steps:
      - { id: all, use: outer.yaml, as: alice, expect: [ out.who == 'one+two' ] }
      - { do: web.enter, with: { name: after } }
    finally:
      - { do: web.leave, with: { name: own } }
    """

  @Test("flows inside a flow are cleaned up, the last begun first, also after a failure")
  func nested() async throws {
    for (name, code) in [("two", Int32(0)), ("refused", 1)] {
      let shop = try MeetingShop()
      let folder = try stage(shop, Self.nested.replacingOccurrences(of: "NAME", with: name))
      let run = try await Binary.run(Self.run, in: folder)
      #expect(run.code == code, "\(run.errors)\(run.output)")
      let steps =
        code == 0 ? ["POST /enter after"] : ["POST /refuse refused"]
      let wanted =
        ["POST /enter one", "POST /enter \(name)"] + steps + [
          "POST /leave \(name)", "POST /leave one", "POST /outer-leave \(name)", "POST /leave own",
        ]
      #expect(shop.log == wanted)
    }
  }

  @Test("Ctrl-C cleans up what flows began", .timeLimit(.minutes(3)))
  func interrupted() async throws {
    let shop = try MeetingShop()
    let folder = try stage(shop, Self.nested.replacingOccurrences(of: "NAME", with: "blocked"))
    let run = try Running(Self.run, in: folder)
    try await eventually("the blocked step") {
      shop.log.contains("GET /blocked") || !run.isRunning
    }
    run.send(SIGINT)
    let result = await run.result()
    #expect(result.code == 130, "\(result.errors)\(result.output)")
    #expect(
      shop.log.suffix(4) == [
        "POST /leave blocked", "POST /leave one", "POST /outer-leave blocked", "POST /leave own",
      ])
  }

  @Test("what is exclusive never meets, neither its samples nor another scenario's")
  func exclusive() async throws {
    let shop = try MeetingShop()
    let folder = try stage(shop, "")
    for name in ["left", "right"] {
      try folder.write(
        """
        scenario: \(name)
        exclusive: [stock]
        matrix: [ { n: 1 }, { n: 2 } ]
        steps:
          - { do: web.enter, with: { name: "\(name)" } }
          - { do: web.leave, with: { name: "\(name)" } }
        """, to: "suite/\(name).yaml")
    }
    let run = try await Binary.run(
      ["run", "suite", "--target", "target.yaml", "--samples", "3"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let log = shop.log
    #expect(log.count == 24)
    for index in stride(from: 0, to: log.count - 1, by: 2) {
      #expect(log[index].hasPrefix("POST /enter"))
      #expect(log[index + 1] == log[index].replacingOccurrences(of: "enter", with: "leave"))
    }
  }

  @Test("samples of rows are cases with names of their own")
  func samples() async throws {
    let shop = try MeetingShop()
    let folder = try stage(
      shop,
      """
      scenario: meeting
      matrix: [ { name: one }, { name: two } ]
      steps: [ { do: web.enter, with: { name: "${row.name}" }, expect: [ out.who == row.name ] } ]
      """)
    let run = try await Binary.run(
      Self.run + ["--samples", "3", "--junit", "ci.xml"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let names = try folder.read("ci.xml").matches(
      of: #/<testcase classname="meeting[^>]*? name="([^"]*)"/#
    )
    .map { String($0.output.1) }
    #expect(names.count == 6)
    #expect(Set(names).count == 6, "\(names)")
    #expect(try folder.storedCases.count == 6)
    #expect(shop.log.filter { $0 == "POST /enter one" }.count == 3)
  }

  @Test("a form that is sent by GET takes the place of its address's query")
  func search() async throws {
    let shop = try SmallServer { request in
      switch (request.method, request.path) {
      case ("GET", "/catalogue/"):
        return .page(
          """
          <form id=search action="../find?old=1"><input name=q value=tea><select name=sort>
          <option>new<option selected>price</select><input type=hidden name=lang value="中文">
          <input type=checkbox name=in value=stock checked><button>Go</button></form>
          """)
      case ("GET", "/find"):
        let isWhole =
          request.query == ["q": "绿茶 & +1", "sort": "price", "lang": "中文", "in": "stock"]
          && request.body.isEmpty && request.headers["content-type"] == nil
          && request.headers["referer"]?.hasSuffix("/catalogue/") == true
        return .json(#"{"found":\#(isWhole ? 3 : 0)}"#)
      default: return .notFound
      }
    }
    let folder = try Folder()
    try folder.write(
      """
      target: search
      platforms: { web: { base: "\(shop.url)" } }
      operations:
        web.search:
          submit: /catalogue/
          form: "#search"
          fields: { q: "${with.q}" }
          probe: { spacing: 20ms }
          out: { found: http.body.found }
      """, to: "target.yaml")
    try folder.write(
      """
      scenario: meeting
      steps:
        - { id: found, do: web.search, with: { q: "绿茶 & +1" }, stays: 100ms, expect: [ out.found == 3, "http.url.contains('/find?q=')", "!http.url.contains('old=1')" ] }
      """, to: "meeting.yaml")
    let run = try await Binary.run(Self.run, in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
  }
}
