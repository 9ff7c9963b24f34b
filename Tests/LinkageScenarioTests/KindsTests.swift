import CEL
import LinkageCore
import LinkageScenario
import Testing
import Values

@Suite("Kinds of steps")
struct KindsTests {
  static func scenarios() throws -> [Scenario] { try ValidPlansTests.plan("kinds").scenarios }

  static func scenario() throws -> Scenario { try #require(try scenarios().first) }

  static func step(_ id: String) throws -> Step {
    try #require(try scenario().allSteps.first { $0.id == id })
  }

  @Test("a matrix makes a scenario of every combination, with its row filled in")
  func matrix() throws {
    let scenarios = try Self.scenarios()
    #expect(
      scenarios.map { $0.row?.label } == [
        "side=web, amount=50", "side=web, amount=20", "side=mini, amount=50",
        "side=mini, amount=20",
      ])
    #expect(scenarios[2].row?.values[.string("side")] == .string("mini"))
    #expect(scenarios[2].title == LocalizedText("Earn 50 on mini"))
    #expect(scenarios[2].exclusive == ["stock-4", "stock-mini"])
    let earn = try #require(scenarios[2].allSteps.first { $0.id == "earn" })
    #expect(earn.operation.name == "mini.earn" && earn.with[0].value.constant == 50)
    #expect(scenarios[0].name == "kinds [side=web, amount=50]")
  }

  @Test("rows of a list are called by their values, once each, and never by a secret")
  func labels() throws {
    let plan = try ValidPlansTests.plan("no-contract")
    #expect(
      plan.scenarios.map { $0.row?.label } == [
        "level=gold, off=10, pin=•••, long=a very long value that …, list=[1,2]",
        "level=gold, off=10, pin=x, long='', list=[1,2]",
        "level=gold, off=10, pin=x, long='', list=[1,2] (2)",
      ])
    #expect(plan.outline.cases.map(\.row) == plan.scenarios.map { $0.row?.label })
    #expect(plan.scenarios[0].steps[0].stays == .seconds(1))
    #expect(plan.scenarios[0].steps[0].operation.requests[0].path.text == "/x/gold")
  }

  @Test("a repeated step is unrolled into its rounds")
  func rounds() throws {
    let steps = try Self.scenario().steps
    let earn = steps.filter { $0.id == "earn" }
    #expect(earn.map { $0.round?.number } == [1, 2, 3])
    #expect(earn.allSatisfy { $0.round?.count == 3 && $0.round?.every == .milliseconds(50) })
    #expect(steps.filter { $0.id == "left" }.map { $0.round == nil } == [true])
  }

  @Test("a flow has people of its own, others in every round, and acts for whom it is used")
  func flows() throws {
    let member = try Self.step("member")
    guard case .flow(let flow) = member.body else {
      Issue.record("\(member.body)")
      return
    }
    #expect(flow.name == "member" && flow.inputs.map(\.name) == ["phone", "note", "times"])
    #expect(flow.outputs.map(\.name) == ["memberId", "level", "hasNote"])
    #expect(flow.actors.map(\.key) == ["member/friend"] && flow.actors.map(\.name) == ["friend"])
    #expect(
      flow.steps.map(\.actor) == [
        "alice", "member/friend", "alice", "member/friend", "member/friend", "clerk",
        "member/friend",
      ])
    #expect(flow.steps.map(\.isFinally) == [false, false, false, false, false, false, true])
    let nested = flow.steps.filter { $0.id == "nested" }
    #expect(nested.map { $0.round?.number } == [1, 2])
    #expect(
      nested.map { $0.children.map(\.actor) } == [
        ["member/friend", "member/nested#1/guest"], ["member/friend", "member/nested#2/guest"],
      ])
    #expect(member.actor == "alice" && member.lets.map(\.name) == ["memberId"])
    #expect(flow.place == Place(path: "flows/member.yaml", line: 1, column: 1, length: 12))
  }

  @Test("a repeated group has other people in every round too")
  func repeatedGroups() throws {
    let groups = try Self.scenario().steps.filter { $0.id == "again" }
    #expect(groups.map { $0.round?.number } == [1, 2])
    let guests = groups.flatMap(\.children).flatMap(\.children).compactMap(\.actor)
    #expect(guests == ["again.1 deeper#1/guest", "again.1 deeper#2/guest"])
  }

  @Test("steps that run together stand in one step, and are known after it")
  func together() throws {
    let race = try Self.step("race")
    guard case .together(let steps) = race.body else {
      Issue.record("\(race.body)")
      return
    }
    #expect(steps.map(\.id) == ["first", "second", "race.3 web.earn", "race.3 web.earn", "visit"])
    #expect(race.isSoft && steps[0].mayFail == ["sold_out"])
    let outline = try ValidPlansTests.plan("kinds").outline.cases[0].steps
    let counted = try #require(outline.first { $0.id == "counted" }?.sync)
    #expect(
      counted.writes.map { outline[$0].id } == [
        "first", "second", "race.3 web.earn", "race.3 web.earn",
      ])
    #expect(outline.map(\.depth).max() == 2)
  }

  @Test("a parity compares each field by a condition of its own")
  func parity() throws {
    let same = try Self.step("same")
    guard case .parity(let parity) = same.body else {
      Issue.record("\(same.body)")
      return
    }
    #expect(parity.entity == "member" && parity.reads.map(\.name) == ["web", "mini"])
    #expect(parity.fields == ["memberId", "level", "points", "seenAt"])
    #expect(
      same.expect.map(\.expression.source) == [
        "[out.web.memberId].map(value, value.lowerAscii())[0]"
          + " == [out.mini.memberId].map(value, value.lowerAscii())[0]",
        "(has(out.web.level) ? out.web.level : null)"
          + " == (has(out.mini.level) ? out.mini.level : null)",
        "out.web.points - out.mini.points <= 1 && out.mini.points - out.web.points <= 1",
        "timestamp(out.web.seenAt) - timestamp(out.mini.seenAt) <= duration('2s')"
          + " && timestamp(out.mini.seenAt) - timestamp(out.web.seenAt) <= duration('2s')",
        "out.web.memberId == memberId", "earn.rounds.size() == 3",
      ])
    let outline = try ValidPlansTests.plan("kinds").outline.cases[0].steps
    let recorded = try #require(outline.first { $0.id == "same" })
    #expect(recorded.kind == .parity(reads: ["web", "mini"], entity: "member"))
    #expect(
      recorded.expectations.map(\.field) == [
        nil, "memberId", "level", "points", "seenAt", nil, nil,
      ])
    #expect(recorded.sync?.link == Link(entity: "member", from: "web", to: "mini"))
  }

  @Test("what belongs to `sync` may stand beside it")
  func beside() throws {
    let sync = try #require(try Self.step("same").sync)
    #expect(sync.since == ["member", "earn"] && sync.entity == "member")
    #expect(sync.until.map(\.expression.source) == ["out.web.points == earn.out.points"])
    #expect(sync.within == .seconds(3) && sync.slo == .seconds(1))
    #expect(sync.hold == .milliseconds(500) && sync.spacing == .milliseconds(20))
    #expect(sync.stopIf?.expression.source == "outcome == 'unexpected'")
  }

  @Test("each file is a source once, flows after the scenarios")
  func sources() throws {
    #expect(
      try ValidPlansTests.plan("kinds").outline.sources.map(\.path) == [
        "contract.yaml", "target.yaml", "scenario.yaml", "flows/member.yaml", "flows/deeper.yaml",
      ])
  }

  @Test("every step has its own place in the outline")
  func positions() throws {
    for scenario in try Self.scenarios() {
      let steps = scenario.allSteps
      #expect(steps.map(\.position) == Array(steps.indices))
    }
  }

  @Test("a flow sees the target's accounts, and nothing else of its caller")
  func accounts() throws {
    let flow = """
      flow: sign-in
      steps:
        - { id: page, do: web.page, as: clerk, expect: [ "clerk.user == 'shop-1'" ] }
      """
    let target = """
      target: shop
      platforms: { web: { base: "http://127.0.0.1:4701" } }
      accounts: { clerk: { user: shop-1 } }
      operations: { web.page: { get: / } }
      """
    func load(_ flow: String) throws -> Plan {
      let scenario = """
        scenario: flows
        actors: { alice: { phone: "1" } }
        steps: [ { use: flow.yaml, as: alice } ]
        """
      return try PlanLoader.load(
        PlanRequest(
          scenarios: [SourceInput(path: "scenario.yaml", text: scenario)],
          target: SourceInput(path: "target.yaml", text: target),
          file: { $0 == "flow.yaml" ? flow : nil }))
    }
    #expect(try load(flow).scenarios[0].allSteps.map(\.actor) == ["alice", "clerk"])
    #expect(throws: Diagnostics.self) {
      _ = try load(flow.replacing("clerk.user", with: "alice.phone"))
    }
  }

  @Test("a wait for a flow counts from what its steps write, not from its clean-up")
  func flowWrites() throws {
    let flow = """
      flow: member
      steps:
        - { on: web, post: /members }
        - { on: web, get: /members }
      finally:
        - { on: web, delete: /members }
      """
    let scenario = """
      scenario: wait
      platforms: { web: "http://127.0.0.1:4701" }
      steps:
        - { id: member, use: flow.yaml }
        - { on: web, get: /members, sync: { since: member }, expect: [ http.status == 200 ] }
      """
    let plan = try PlanLoader.load(
      PlanRequest(
        scenarios: [SourceInput(path: "scenario.yaml", text: scenario)],
        file: { $0 == "flow.yaml" ? flow : nil }))
    #expect(plan.outline.cases[0].steps.compactMap(\.sync).map(\.writes) == [[1]])
  }

  @Test("a wait in a clean-up counts from the flow or group that it names, like any other")
  func waitsInCleanUp() throws {
    let flow = """
      flow: member
      steps: [ { on: web, post: /members } ]
      finally: [ { on: web, delete: /members } ]
      """
    let scenario = """
      scenario: wait
      platforms: { web: "http://127.0.0.1:4701" }
      steps: [ { on: web, get: /members } ]
      finally:
        - { id: member, use: flow.yaml }
        - { on: web, get: /members, sync: { since: member }, expect: [ http.status == 200 ] }
        - { id: both, together: [ { on: web, post: /a }, { on: web, post: /b } ] }
        - { on: web, get: /members, sync: { since: both }, expect: [ http.status == 200 ] }
      """
    let plan = try PlanLoader.load(
      PlanRequest(
        scenarios: [SourceInput(path: "scenario.yaml", text: scenario)],
        file: { $0 == "flow.yaml" ? flow : nil }))
    #expect(plan.outline.cases[0].steps.compactMap(\.sync).map(\.writes) == [[2], [6, 7]])
  }
}
