import LinkageCore
import LinkageScenario
import Testing

@Suite("Targets")
struct TargetsTests {
  static let target = """
    target: staging
    extends: base/common.yaml
    platforms:
      web: { base: "https://staging.example.com/", session: { headers: { X: "1" } } }
    writes: deny
    operations:
      web.page: { get: /staging }
    """
  static let common = """
    extends: ../root.yaml
    platforms:
      web: { base: "${env.NOWHERE}", limits: { timeout: 3s } }
      mini: { base: "http://mini/", session: { cookies: true }, limits: { in_flight: 4 } }
    operations:
      web.page: { get: /common }
      mini.page: { get: /common, headers: { K: "${secret.UNSET}" } }
    accounts: { clerk: { pin: "${secret.PIN}" } }
    """
  static let root = "target: root\nplatforms: { ops: { base: 'http://ops' } }\n"
  static let scenario = "scenario: s\nsteps:\n  - { do: web.page }\n"

  static func load(_ scenario: String, bases: [String: String] = [:]) throws(Diagnostics) -> Plan {
    try Loading.plan(
      scenario, target: target,
      files: ["base/common.yaml": common, "root.yaml": root], bases: bases)
  }

  @Test(
    "an address with a port that no server can have is refused",
    arguments: [
      "http://127.0.0.1:58O2", "http://127.0.0.1:", "http://127.0.0.1:65536", "http://h:0/x",
      "https://bob:pw@h:8o", "http://[::1]:x", "http://[::1",
    ])
  func badPort(base: String) throws {
    let target = "target: t\nplatforms: { web: { base: \"\(base)\" } }\n"
    let problems = #expect(throws: Diagnostics.self) {
      try Loading.plan(
        "scenario: s\nsteps:\n  - { on: web, get: / }\n", target: target)
    }
    guard case .invalidValue(_, let found, _)? = problems?.problems.first?.problem else {
      Issue.record("\(String(describing: problems?.problems))")
      return
    }
    #expect(found == base || base.contains("@"))
  }

  @Test(
    "an address may go without a port, and have a user and an IPv6 host",
    arguments: [
      "http://h", "http://h:1/x/", "https://bob:p:w@h:65535", "http://[::1]:80", "http://[::1]",
    ])
  func goodPort(base: String) throws {
    let target = "target: t\nplatforms: { web: { base: \"\(base)\" } }\n"
    _ = try Loading.plan("scenario: s\nsteps:\n  - { on: web, get: / }\n", target: target)
  }

  @Test("a target has what the files it extends say, and its own before theirs")
  func extends() throws {
    let plan = try Self.load(Self.scenario)
    let target = try #require(plan.scenarios.first).target
    #expect(target.platforms.map(\.name) == ["ops", "web", "mini"])
    let web = target.platforms[1]
    #expect(web.base == "https://staging.example.com" && web.timeout == .seconds(3))
    #expect(!web.keepsCookies && web.sessionHeaders.map(\.key) == ["X"])
    #expect(target.platforms[2].inFlight == 4 && target.platforms[2].keepsCookies)
    #expect(!target.allowsWrites && target.name == "staging")
    #expect(plan.scenarios[0].steps[0].operation.requests[0].path.text == "/staging")
    #expect(
      plan.outline.sources.map(\.path)
        == ["target.yaml", "base/common.yaml", "root.yaml", "scenario.yaml"])
  }

  @Test("a variable that only unused parts need may be missing")
  func unusedVariables() {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Self.load(Self.scenario + "  - { do: mini.page }\n")
    }
    #expect(
      problems == [#"base/common.yaml:7:47-12 missingVariable(name: "UNSET", kind: "secret")"#])
    let account = Loading.problems { () throws(Diagnostics) -> Plan in
      try Self.load(Self.scenario + "  - { do: web.page, as: clerk }\n")
    }
    #expect(account.count == 1 && account[0].contains("PIN"))
  }

  @Test("an account that nobody acts as needs no variable to run")
  func unusedAccounts() throws {
    #expect(try Self.load(Self.scenario).scenarios[0].target.accounts.isEmpty)
  }

  @Test("addresses from outside replace those of files and add platforms")
  func bases() throws {
    let text = """
      scenario: s
      platforms: { web: "http://own", extra: "http://extra" }
      steps:
        - { on: web, get: /a }
        - { on: wechat, get: /b }
        - { on: extra, get: /c }
      """
    let plan = try Self.load(text, bases: ["wechat": "http://127.0.0.1:9/", "mini": "http://m"])
    let platforms = try #require(plan.scenarios.first).target.platforms
    #expect(
      platforms.map { "\($0.name) \($0.base)" } == [
        "ops http://ops", "web https://staging.example.com", "mini http://m", "extra http://extra",
        "wechat http://127.0.0.1:9",
      ])
    #expect(platforms[2].inFlight == 4)
    let alone = try Loading.plan(text, bases: ["web": "http://free:1", "wechat": "http://w"])
    #expect(
      alone.scenarios[0].target.platforms.map(\.base) == [
        "http://free:1", "http://extra", "http://w",
      ])
  }

  @Test("an address from outside that is none is refused")
  func badBase() {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Self.load(Self.scenario, bases: ["web": "localhost"])
    }
    #expect(problems.count == 1 && problems[0].hasPrefix("- invalidValue(owner: \"web\""))
  }

  @Test("a promised operation that the target lacks is left to be skipped")
  func lacking() throws {
    let plan = try Loading.plan(
      "scenario: s\nsteps: [ { do: web.gone } ]\n",
      contract:
        "contract: linkage/v1\nplatforms: { web: }\noperations: { web.gone: { reads: [] } }\n",
      target: "target: t\nplatforms: { web: { base: 'http://a' } }\n")
    let operation = plan.scenarios[0].steps[0].operation
    #expect(operation.requests.isEmpty && operation.platform == "web" && !operation.isWrite)
  }

  @Test("a file that cannot be read hides no problem of the others and makes none up")
  func unreadable() {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Loading.plan(
        "scenario: s\nsteps: [ { do: web.page, as: al, with: { a: 1 }, expect: [ out.x == htp ] } ]\n",
        contract: "contract: [", target: "target: t\nplatforms: {\n")
    }
    #expect(
      problems.map { $0.prefix { $0 != "(" } } == [
        "contract.yaml:1:12-1 invalidYAML", "target.yaml:3:1-1 invalidYAML", "2:69-3 undeclared",
      ])
  }
}
