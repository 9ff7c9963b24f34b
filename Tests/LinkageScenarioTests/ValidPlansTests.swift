import CEL
import LinkageCore
import LinkageScenario
import Testing
import Values

@Suite("Valid files")
struct ValidPlansTests {
  static let cases = Case.all(in: "valid")

  static func plan(_ name: String) throws -> Plan {
    let example = try #require(cases.first { $0.name == name })
    return try PlanLoader.load(example.request)
  }

  @Test("load without a problem", arguments: cases)
  func loads(_ example: Case) {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try PlanLoader.load(example.request)
    }
    #expect(problems == [])
  }

  @Test("the smallest scenario needs neither contract nor target")
  func hello() throws {
    let plan = try Self.plan("hello")
    let scenario = try #require(plan.scenarios.first)
    #expect(plan.contract == nil)
    #expect(scenario.title == LocalizedText("hello-linkage"))
    #expect(
      scenario.target.platforms.map(\.base) == ["http://127.0.0.1:4701", "http://127.0.0.1:4702"])
    #expect(scenario.target.platforms.map(\.keepsCookies) == [true, true])
    #expect(scenario.steps.map(\.operation.name) == ["web GET /health", "mini GET /health"])
    #expect(scenario.steps.map(\.operation.isWrite) == [false, false])
    #expect(scenario.steps[0].expect.map(\.expression.source) == ["http.status == 200"])
    #expect(
      scenario.steps[0].expect[0].place
        == Place(path: "scenario.yaml", line: 4, column: 51, length: 18))
    #expect(scenario.place == Place(path: "scenario.yaml", line: 1, column: 11, length: 13))
  }

  @Test("a journey's operations join contract and target")
  func operations() throws {
    let steps = try #require(try Self.plan("journey").scenarios.first).steps
    let register = steps[0].operation
    #expect(register.inputs.map(\.name) == ["phone", "password", "name"])
    #expect(register.inputs.map(\.isOptional) == [false, false, true])
    #expect(register.errors == ["phone_taken", "invalid_phone"])
    #expect(register.writes == ["member"] && register.isWrite)
    let login = steps[1].operation
    #expect(login.requests.map(\.platform) == ["wechat", "mini"])
    #expect(login.requests.map(\.method) == ["POST", "POST"])
    #expect(login.requests[0].lets.map(\.name) == ["code"])
    #expect(login.platform == "mini" && !login.isWrite)
    #expect(login.probeSpacing == .milliseconds(200))
    let member = steps[3].operation.requests[0]
    #expect(member.follow == 2 && member.timeout == .seconds(2))
    #expect(member.query.map(\.key) == ["fields"])
    #expect(steps[2].operation.requests[0].basic?.password.text == "s3cret")
  }

  @Test("a journey's steps hold what the file says")
  func steps() throws {
    let scenario = try #require(try Self.plan("journey").scenarios.first)
    let steps = scenario.steps
    #expect(
      steps.map(\.id) == [
        "register", "login", "earn", "arrived", "5 web.register", "6 web.earn",
        "finally 1 web.deleteMember",
      ])
    #expect(steps.map(\.isFinally) == [false, false, false, false, false, false, true])
    #expect(steps[4].fails == "phone_taken" && steps[5].actor == "clerk" && steps[2].isSoft)
    #expect(steps[0].lets.map(\.name) == ["id"])
    #expect(steps[1].when?.place.line == 22)
    #expect(scenario.priority == "P0" && scenario.tags == ["member", "smoke"])
    #expect(scenario.target.accounts.map(\.name) == ["clerk"])
  }

  @Test("what is known while loading is filled in, the rest waits")
  func templates() throws {
    let scenario = try #require(try Self.plan("journey").scenarios.first)
    #expect(scenario.steps[0].with[0].value.text == "http://127.0.0.1:4701 与 ${fake.name()}")
    #expect(
      scenario.actors[0].fields.map(\.value.text) == ["${fake.phone()}", "${fake.password()}", "5"])
    #expect(scenario.target.accounts[0].fields.map(\.value.text) == ["shop-1", "s3cret"])
    #expect(
      scenario.target.platforms.map(\.base) == [
        "http://127.0.0.1:4701", "http://user:pass@127.0.0.1:4702", "http://127.0.0.1:4703",
      ])
    #expect(scenario.target.platforms.map(\.keepsCookies) == [true, false, true])
    #expect(
      scenario.target.platforms[1].sessionHeaders.map(\.value.text) == ["Bearer ${session.token}"])
  }

  @Test("a probe has its deadline from the step, the entity or the default")
  func deadlines() throws {
    let steps = try #require(try Self.plan("journey").scenarios.first).steps
    let login = try #require(steps[1].sync)
    #expect(login.within == .seconds(8) && login.entity == "member" && login.since == ["register"])
    #expect(login.slo == .milliseconds(800) && login.hold == .seconds(1))
    #expect(login.spacing == .milliseconds(50) && login.stopIf != nil)
    #expect(login.until.map(\.expression.source) == ["out.memberId == id"])
    #expect(steps[3].sync?.within == .milliseconds(1500))
    let inline = try #require(try Self.plan("inline").scenarios.first).steps
    #expect(inline[4].sync?.within == .seconds(10))
  }

  @Test("the outline remembers links, promises and expectations")
  func outline() throws {
    let outline = try Self.plan("journey").outline
    #expect(outline.target == "staging")
    #expect(outline.platforms.map(\.name) == ["web", "mini", "wechat"])
    #expect(outline.platforms[1].base == "http://127.0.0.1:4702")
    #expect(outline.platforms.map(\.title.chinese) == ["网站", "小程序（预发）", "wechat"])
    #expect(outline.sources.map(\.path) == ["contract.yaml", "target.yaml", "scenario.yaml"])
    #expect(outline.entities.map(\.name) == ["member", "points"])
    let steps = try #require(outline.cases.first).steps
    #expect(steps[1].sync?.link == Link(entity: "member", from: "web", to: "mini"))
    #expect(steps[1].sync?.promised == .seconds(1) && steps[1].sync?.slo == .milliseconds(800))
    #expect(steps[3].sync?.link == Link(entity: "points", from: "web", to: "mini"))
    #expect(steps[3].sync?.promised == .milliseconds(500))
    #expect(steps[1].expectations.map(\.isUntil) == [true, false, false])
    #expect(steps[3].expectations.map(\.isUntil) == [false])
    #expect(steps[0].expectations.map(\.isUntil) == [false])
    #expect(outline.cases[0].actors == ["alice", "clerk"])
  }

  @Test("a request in a scenario keeps types, literals and encodings")
  func inline() throws {
    let scenario = try #require(try Self.plan("inline").scenarios.first)
    let step = scenario.steps[0]
    #expect(
      step.with.map(\.value.constant) == [
        .string("007"), 7, 1.5, .string("12345678901234567890"), true, nil, .string("7"),
      ])
    let request = step.operation.requests[0]
    #expect(request.path.text == "/login/${with.user}")
    #expect(request.query.map(\.value.text) == ["1", "${with.count}"])
    #expect(
      request.body.text
        == "{list: [1, ${with.ratio}, {deep: $${literal} ${'}'} ${{'a': 1}['a']}}], "
        + #"fixed: {"a":[true,null,1.0]}}"#)
    #expect(request.follow == 10 && request.timeout == .milliseconds(250))
    #expect(request.errors.map(\.name) == ["locked", "wrong-pin"])
    #expect(request.out.map(\.name) == ["token"] && request.session.map(\.name) == ["token"])
    #expect(scenario.steps[1].operation.requests[0].body.text == "token=${session.token}\nnext\n")
    #expect(scenario.steps[3].operation.name == "web DELETE http://127.0.0.1:9/absolute")
    #expect(scenario.target.platforms[0].base == "http://qa:geheim@127.0.0.1:4701/shop")
    #expect(try Self.plan("inline").outline.platforms[0].base == "http://127.0.0.1:4701/shop")
  }

  @Test("an alias stands for what its anchor marks")
  func aliases() throws {
    let scenario = try #require(try Self.plan("aliases").scenarios.first)
    #expect(scenario.steps.map(\.expect.count) == [2, 2, 2])
    #expect(scenario.steps[2].expect[0].place.line == 8)
    #expect(scenario.steps.map(\.id) == ["1 web GET /x", "2 web GET /x", "third"])
    #expect(Set(scenario.target.platforms.map(\.base)) == ["http://127.0.0.1:4701"])
  }
}
