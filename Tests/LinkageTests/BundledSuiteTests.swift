import Testing

@Suite("The bundled suite")
struct BundledSuiteTests {
  /// The checks that find something to look at in every run of it, however slow the machine.
  static let observing = [
    "durability", "monotonic-reads", "status-order", "read-your-writes",
    "exactly-once", "conservation", "single-use", "convergence", "isolation",
  ]

  @Test(
    "in an empty folder holds on healthy mocks, through the JSON APIs and through the website's pages",
    arguments: ["mock", "mock-pages"])
  func holds(target: String) async throws {
    let folder = try Folder()
    // Beside other tests: scenarios side by side would wait for one another longer than they may.
    let run = try await Binary.run(["run", "--target", target, "--parallel", "4"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    #expect(run.errors.contains("running the bundled suite"))
    let summary = try #require(run.output.firstMatch(of: /(\d+) scenarios: (\d+) passed\n/))
    #expect(summary.1 == summary.2 && Int(summary.1) ?? 0 >= 27)
    for id in ["web-register-mini-login", "mini-order-web-lookup", "points-parity"] {
      #expect(run.output.contains(id))
    }
    #expect(folder.has("results/linkage.sqlite"))
    #expect(try folder.read("results/latest/junit.xml").contains("<testsuites"))
    let results = try Results(folder)
    #expect(results.judgement == "pass")
    #expect(results.measurements.count >= 7)
    #expect(results.violations == [])
    let silent = Self.observing.filter { results.observed[$0] ?? 0 == 0 }
    #expect(silent == [], "\(results.observed)")
    try expectNoSession(in: folder)
    try await expectSameVerdictAgain(as: run, in: folder)
  }

  /// Session tokens and cookies are secrets that nobody declared.
  private func expectNoSession(in folder: Folder) throws {
    for (name, bytes) in try folder.everything() {
      let text = String(decoding: bytes, as: UTF8.self)
      // The documents say where it stands.
      #expect(!text.contains(/Bearer (?!TOKEN\b)[A-Za-z0-9]/), "\(name)")
      #expect(!text.contains(/sid=[A-Za-z0-9]/), "\(name)")
    }
  }

  private func expectSameVerdictAgain(as run: Binary.Result, in folder: Folder) async throws {
    let reports = ["junit.xml", "results.json"]
    let before = try reports.map { try folder.data("results/latest/\($0)") }
    let check = try await Binary.run(["check", "last", "--rewrite"], in: folder)
    #expect(check.code == run.code)
    #expect(check.output == run.output)
    #expect(try reports.map { try folder.data("results/latest/\($0)") } == before)
  }
}
