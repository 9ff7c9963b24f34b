import LinkageCore
import LinkageScenario
import Testing

@Suite("Platforms and faults of targets")
struct TargetPlatformsTests {
  static let certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
  static let base = """
    target: base
    platforms:
      web:
        base: "https://web.example.com"
        tls: { ca: certs/base.pem }
        limits: { rate: 50/s, in_flight: 4 }
    operations:
      web.page: { get: / }
      web.cut: { post: "/cut/${with.link}" }
      web.join: { post: /join }
    faults:
      "mini→web partition": { on: { do: web.cut, with: { link: a } }, off: { do: web.join } }
      slow: { on: { do: web.cut, with: { link: slow } }, off: { do: web.join } }
    """

  static func plan(_ target: String) throws(Diagnostics) -> Plan {
    try PlanLoader.load(
      PlanRequest(
        scenarios: [
          SourceInput(path: "s.yaml", text: "scenario: s\nsteps: [ { do: web.page } ]\n")
        ],
        target: SourceInput(path: "targets/target.yaml", text: target),
        file: { $0 == "base/base.yaml" ? base : nil },
        bytes: { path in
          ["base/certs/base.pem", "targets/own.pem"].contains(path)
            ? Array(certificate.utf8) : path.hasSuffix("key.pem") ? Array("KEY".utf8) : nil
        }))
  }

  @Test("limits, authority and faults come from the base where the target says nothing")
  func inherited() throws {
    let target = try Self.plan(
      """
      target: own
      extends: ../base/base.yaml
      operations: { web.join: { put: /joined } }
      """
    ).scenarios[0].target
    let web = try #require(target.platforms.first)
    #expect(web.connection.settings.authority == "base/certs/base.pem" && web.inFlight == 4)
    #expect(web.rate == Target.Rate(count: 50, per: .seconds(1)))
    #expect(target.faults.map(\.name) == ["mini→web partition", "slow"])
    #expect(target.faults[0].on.operation.name == "web.cut")
    #expect(target.faults[0].on.with.map(\.value.text) == ["a"])
    #expect(target.faults[0].off.operation.requests[0].path.text == "/joined")
  }

  @Test("a target's own limits, authority and faults replace those of its base one by one")
  func replaced() throws {
    let target = try Self.plan(
      """
      target: own
      extends: ../base/base.yaml
      platforms: { web: { tls: { ca: own.pem }, limits: { rate: 90/min } } }
      faults: { slow: { on: { do: web.join }, off: { do: web.join } } }
      """
    ).scenarios[0].target
    let web = try #require(target.platforms.first)
    #expect(web.connection.settings.authority == "targets/own.pem" && web.inFlight == 4)
    #expect(web.rate == Target.Rate(count: 90, per: .seconds(60)))
    #expect(target.faults.map(\.on.operation.name) == ["web.cut", "web.join"])
  }

  @Test(
    "a rate is a number of requests in a second, minute or hour",
    arguments: [
      ("50/s", true), ("1/h", true), ("600/min", true), ("0/s", false), ("50", false),
      ("50/day", false), ("1.5/s", false), ("-1/s", false), ("99999999/s", false), ("/s", false),
      ("1/s/s", false),
    ])
  func rates(_ text: String, isValid: Bool) {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Self.plan(
        "target: t\nextends: ../base/base.yaml\nplatforms: { web: { limits: { rate: \(text) } } }\n"
      )
    }
    #expect(problems.isEmpty == isValid, "\(problems)")
  }

  @Test("an authority that is missing or no certificate is refused")
  func authority() {
    for (file, problem) in [("gone.pem", "missingFile"), ("key.pem", "noCertificate")] {
      let problems = Loading.problems { () throws(Diagnostics) -> Plan in
        try Self.plan(
          "target: t\nextends: ../base/base.yaml\nplatforms: { web: { tls: { ca: \(file) } } }\n")
      }
      #expect(
        problems.count == 1 && problems[0].contains("\(problem)")
          && problems[0].contains("targets/\(file)"), "\(problems)")
    }
  }
}
