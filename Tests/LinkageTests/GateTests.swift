import Foundation
import Testing

@Suite("A gate on a run")
struct GateTests {
  /// The suite of three journeys and one gate with these rules.
  private func folder(_ rules: String, quarantine: String = "") throws -> Folder {
    let folder = try Folder()
    try folder.copySuite()
    let entries = quarantine.isEmpty ? "" : "quarantine:\n  - { \(quarantine) }\n"
    try folder.write("gate: release\nrules:\n\(rules)\n\(entries)", to: "gate.yaml")
    return folder
  }

  private func gate(_ folder: Folder) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: folder.data("results/latest/results.json"))
    return try #require((json as? [String: Any])?["gate"] as? [String: Any])
  }

  @Test("that holds ends with 0, and a stored run is judged the same")
  func holds() async throws {
    let folder = try folder("  - { id: clean, violations: 0, failed: 0 }")
    let run = try await Binary.run(["run", "--gate", "gate.yaml", "--lang", "en"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    #expect(run.output.contains("PASS  Gate release: its rule holds"))
    #expect(try gate(folder)["judgement"] as? String == "pass")
    let before = try ["junit.xml", "results.json"].map { try folder.data("results/latest/\($0)") }
    let again = try await Binary.run(
      ["gate", "last", "--gate", "gate.yaml", "--junit", "ci.xml", "--lang", "en"], in: folder)
    #expect(again.code == 0)
    #expect(again.output.contains("✔ clean"))
    let after = try ["junit.xml", "results.json"].map { try folder.data("results/latest/\($0)") }
    #expect(before == after)
    #expect(try folder.data("ci.xml") == before[0])
    // The verdict itself knows nothing of gates.
    #expect(try await Binary.run(["check", "last", "--rewrite"], in: folder).code == 0)
    #expect(try !folder.read("results/latest/junit.xml").contains("linkage.gate"))
  }

  @Test("that is broken ends with 3, one that only warns with 0")
  func broken() async throws {
    let rule = "id: median, p50: points mini→web, at_most: 1ms"
    let folder = try folder(
      "  - { \(rule) }\n  - { \(rule.replacing("median", with: "warned")), level: warn }")
    let run = try await Binary.run(
      ["run", "--samples", "4", "--gate", "gate.yaml", "--link-latency", "500ms"], in: folder)
    #expect(run.code == 3, "\(run.errors)\(run.output)")
    #expect(run.output.contains("✘ median") && run.output.contains("! warned"))
    let junit = try folder.read("results/latest/junit.xml")
    #expect(junit.contains("type=\"GateFailed\""))
    #expect(junit.contains("<testsuite name=\"linkage.gate\" tests=\"3\" failures=\"1\""))
    try folder.change("gate.yaml", "at_most: 1ms }\n", to: "at_most: 1ms, level: warn }\n")
    #expect(try await Binary.run(["gate", "--gate", "gate.yaml"], in: folder).code == 0)
  }

  @Test("that too few samples can decide ends with 5, and says before the run how many it takes")
  func tooFew() async throws {
    let folder = try folder("  - { id: rate, sync_rate: points, at_least: 95% }")
    let run = try await Binary.run(["run", "--gate", "gate.yaml"], in: folder)
    #expect(run.code == 5, "\(run.errors)\(run.output)")
    #expect(
      run.errors.contains(
        "`rate` needs 72 samples of points, and there are 4 at most: --samples 18"))
    #expect(run.output.contains("INCONCLUSIVE  Gate release: not decided: rate"))
  }

  @Test("leaves a failed scenario its 1, unless that is quarantined")
  func quarantine() async throws {
    let folder = try folder(
      "  - { id: clean, failed: 0 }",
      quarantine: "scenario: points-parity, issue: SHOP-412, owner: growth, expires: 2099-01-31")
    try folder.change(
      "scenarios/points/points-parity.yaml", "expect: [ out.points == spendOnWeb.out.points ]",
      to: "expect: [ out.points == 7 ]\n    until: \"true\"")
    let run = try await Binary.run(["run", "--gate", "gate.yaml"], in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    #expect(run.output.contains("FAIL  1 scenario failed: points-parity"))
    #expect(run.output.contains("PASS  Gate release: all rules hold; 1 failure is quarantined"))
    let junit = try folder.read("results/latest/junit.xml")
    #expect(
      junit.contains("failures=\"0\"")
        && junit.contains("quarantined (SHOP-412, growth, until 2099-01-31)"))
    // Without the gate, and past its date, it counts.
    #expect(try await Binary.run(["check"], in: folder).code == 1)
    try folder.change("gate.yaml", "2099-01-31", to: "2026-01-31")
    let late = try await Binary.run(["gate", "--gate", "gate.yaml"], in: folder)
    #expect(late.code == 1)
    #expect(late.output.contains("EXPIRED"))
  }

  @Test("tells before the run of a quarantined scenario that looks mistyped")
  func stranger() async throws {
    let entry = "issue: SHOP-1, owner: growth, expires: 2999-01-01"
    let folder = try folder(
      "  - { id: clean, failed: 0 }", quarantine: "scenario: points-party, \(entry)")
    let run = try await Binary.run(
      ["run", "scenarios/points", "--gate", "gate.yaml", "--lang", "en"], in: folder)
    let told = "  gate.yaml:5  `points-party` is not in this run; did you mean `points-parity`?"
    #expect(run.errors.contains(told), "\(run.errors)")
  }

  @Test("that is invalid lets nothing run", arguments: ["run", "validate"])
  func invalid(command: String) async throws {
    let folder = try folder(
      "  - { id: late, p95: ordr mini→web, at_most: 2s }",
      quarantine: "scenario: points-party, issue: i, owner: o, expires: 2027-01-31")
    try folder.write(try folder.read("gate.yaml"), to: "scenarios/gates/release.yaml")
    let arguments = command == "run" ? ["run", "--gate", "gate.yaml"] : ["validate"]
    let run = try await Binary.run(arguments, in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("did you mean `order`?"))
    #expect(run.errors.contains("did you mean `points-parity`?"))
    #expect(!folder.has("results"))
  }

  @Test("is told by validate with what its rules need")
  func validate() async throws {
    let folder = try folder("  - { id: late, p99: order mini→web, at_most: 2s }")
    let alone = try await Binary.run(["validate", "gate.yaml"], in: folder)
    #expect(alone.code == 0, "\(alone.errors)")
    #expect(alone.output.contains("`late` needs 368 samples of order mini→web\n"))
    let whole = try await Binary.run(["validate", "scenarios", "gate.yaml"], in: folder)
    #expect(whole.output.contains("and there are 2 at most: --samples 184"))
  }

  @Test("compares runs of one label with those of another")
  func comparison() async throws {
    let folder = try folder("  - { id: slower, p50: points mini→web, no_worse_than: old, by: 20% }")
    for _ in 0..<8 {
      let run = try await Binary.run(
        ["run", "scenarios/points", "--label", "old", "--link-latency", "20ms"], in: folder)
      #expect(run.code == 0, "\(run.errors)\(run.output)")
    }
    let new = ["run", "scenarios/points", "--label", "new", "--link-latency", "400ms"]
    for _ in 0..<3 {
      let run = try await Binary.run(new, in: folder)
      #expect(run.code == 0, "\(run.errors)\(run.output)")
    }
    let few = try await Binary.run(["gate", "--gate", "gate.yaml"], in: folder)
    #expect(few.code == 5)
    #expect(few.output.contains("missing: 1 run with the label of this run"))
    let run = try await Binary.run(new + ["--gate", "gate.yaml"], in: folder)
    #expect(run.code == 3, "\(run.errors)\(run.output)")
    #expect(run.output.contains("over 4 runs"))
  }

  @Test("compares with runs that are named, and refuses those that there are not")
  func named() async throws {
    let folder = try folder("  - { id: slower, p50: points mini→web, no_worse_than: old }")
    let run = try await Binary.run(["run", "scenarios/points"], in: folder)
    #expect(run.code == 0)
    let unknown = try await Binary.run(
      ["gate", "--gate", "gate.yaml", "--baseline", "nothing"], in: folder)
    #expect(unknown.code == 2 && unknown.errors.contains("there is no run `nothing`"))
    let few = try await Binary.run(
      ["gate", "--gate", "gate.yaml", "--baseline", "last"], in: folder)
    #expect(few.code == 5 && few.output.contains("runs: 1 new, 0 of the baseline"))
  }

  @Test(
    "needs a file that is one",
    arguments: [
      ["gate"], ["run", "--baseline", "last"], ["gate", "--gate", "scenarios/contract.yaml"],
    ])
  func usage(arguments: [String]) async throws {
    let folder = try folder("  - { id: clean, failed: 0 }")
    #expect(try await Binary.run(arguments, in: folder).code == 2)
  }
}
