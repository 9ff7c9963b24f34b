import Foundation
import Testing

@Suite("Which scenarios are taken")
struct SelectionTests {
  /// Four scenarios; `pressure` generates load.
  static func suite() throws -> Folder {
    let folder = try Folder()
    let scenarios = [
      ("login", "P0", "member, smoke", "Log in", "登录"),
      ("order", "P1", "order, smoke, slow", "Place an order", "下单"),
      ("refund", "P1", "order", "Give money back", "退款"),
      ("pressure", "P2", "order, load", "Many orders", "大量下单"),
    ]
    for (id, priority, tags, english, chinese) in scenarios {
      try folder.write(
        """
        scenario: \(id)
        title: { en: "\(english)", zh: "\(chinese)" }
        priority: \(priority)
        tags: [\(tags)]
        platforms: { web: "http://127.0.0.1:1" }
        steps:
          - { id: page, on: web, get: /health }
        """, to: "scenarios/\(id).yaml")
    }
    return folder
  }

  static func ids(_ run: Binary.Result) throws -> [String] {
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let scenarios = json?["scenarios"] as? [[String: Any]] ?? []
    return scenarios.compactMap { $0["id"] as? String }
  }

  @Test(
    "follows tags, priorities, patterns, files and lines",
    arguments: [
      ([], ["login", "order", "refund"]), (["--tag", "smoke"], ["login", "order"]),
      (["--tag", "smoke", "--tag", "!slow"], ["login"]),
      (["--tag", "!slow"], ["login", "refund"]),
      (["--tag", "member,ORDER"], ["login", "order", "refund"]),
      (["--tag", "load"], ["pressure"]), (["--tag", "member,load"], ["login", "pressure"]),
      (["--priority", "P1"], ["order", "refund"]), (["--priority", "p0,P2"], ["login"]),
      (["--grep", "^(LOG|ref)"], ["login", "refund"]), (["--grep", "下单|退款"], ["order", "refund"]),
      (["--grep", "money"], ["refund"]),
      (["--tag", "order", "--priority", "P1"], ["order", "refund"]),
      (["scenarios/pressure.yaml"], ["pressure"]),
      (["scenarios/login.yaml:6", "scenarios/order.yaml:1:9"], ["login", "order"]),
      (["scenarios/login.yaml:6", "scenarios"], ["login", "order", "refund"]),
    ])
  func chosen(arguments: [String], ids: [String]) async throws {
    let run = try await Binary.run(["list", "--json"] + arguments, in: Self.suite())
    #expect(run.code == 0, "\(run.errors)")
    #expect(try Self.ids(run) == ids)
  }

  @Test(
    "nothing chosen is told with what there is, and is inconclusive",
    arguments: [
      ("tag", ["--tag", "smok"]), ("tags", ["--tag", "nightly,weekly"]),
      ("priority", ["--priority", "P7"]), ("grep", ["--grep", "logn"]),
      ("load", ["--priority", "P2"]), ("combined", ["--priority", "P0", "--tag", "order"]),
    ], ["en", "zh"])
  func nothing(example: (String, [String]), language: String) async throws {
    for command in ["run", "list", "validate"] {
      let run = try await Binary.run(
        [command, "--lang", language] + example.1, in: Self.suite())
      #expect(run.code == 5, "\(command)")
      #expect(run.output == "")
      try Golden.expect(run.errors, is: "select-\(example.0).\(language).txt")
    }
  }

  @Test("a line that the file does not have, and a pattern that is none, are wrong usage")
  func usage() async throws {
    let line = try await Binary.run(["run", "scenarios/login.yaml:99"], in: Self.suite())
    #expect(line.code == 2)
    #expect(line.errors.contains("no line 99"))
    let pattern = try await Binary.run(["run", "--grep", "(a"], in: Self.suite())
    #expect(pattern.code == 2)
    #expect(pattern.errors.contains("--grep"))
    let folder = try await Binary.run(["list", "scenarios:3"], in: Self.suite())
    #expect(folder.code == 2)
  }

  @Test("what did not pass last time is run again, and only that")
  func lastFailed() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change(
      "scenarios/orders/mini-order-web-lookup.yaml", "expect:", to: "expect:\n      - size(out) == 0")
    let first = try await Binary.run(["run"], in: folder)
    #expect(first.code == 1, "\(first.errors)")
    let listed = try await Binary.run(["list", "--json", "--last-failed"], in: folder)
    #expect(try Self.ids(listed) == ["mini-order-web-lookup"])
    #expect(listed.errors.contains("mini-order-web-lookup"))
    let again = try await Binary.run(["run", "--last-failed"], in: folder)
    #expect(again.code == 1)
    #expect(try Results(folder).text.contains("mini-order-web-lookup"))
    #expect(try !Results(folder).text.contains("points-parity"))
    let elsewhere = try await Binary.run(
      ["list", "scenarios/points", "--last-failed"], in: folder)
    #expect(elsewhere.code == 5)
    #expect(elsewhere.errors.contains("mini-order-web-lookup"))
    #expect(try await Binary.run(["run", "scenarios/points"], in: folder).code == 0)
    let nothing = try await Binary.run(["run", "--last-failed"], in: folder)
    #expect(nothing.code == 5)
    #expect(nothing.errors.contains("everything passed"))
  }

  @Test("without an earlier run there is nothing that failed")
  func neverRun() async throws {
    let run = try await Binary.run(["run", "--last-failed"], in: Self.suite())
    #expect(run.code == 2)
    #expect(run.errors.contains("linkage run"))
  }

  @Test("samples repeat every scenario, each under a name of its own")
  func samples() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(
      ["run", "scenarios/points", "scenarios/members", "--samples", "3"], in: folder)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    let names = ["points-parity", "web-register-mini-login"]
    let expected = (1...3).flatMap { sample in names.map { "\($0) #\(sample)" } }
    #expect(try folder.storedCases == expected)
    let tooMany = try await Binary.run(["run", "--samples", "0"], in: folder)
    #expect(tooMany.code == 2)
  }
}
