import Foundation
import Testing

@Suite("linkage mutants")
struct MutantsTests {
  /// Points earned on one platform arrive once on the other.
  private static let points = """
    scenario: points-arrive
    actors: { alice: { phone: "${fake.phone()}", password: "${fake.password()}" } }
    steps:
      - { do: web.register, as: alice }
      - { id: earn, do: web.earnPoints, as: alice, with: { amount: 50, reason: review } }
      - { id: login, do: mini.login, as: alice, sync: { since: earn, entity: points }, until: [ out.points > 0 ], expect: [ out.points == 50 ] }
      - { do: mini.points, as: alice, expect: [ out.points == 50 ], stays: 500ms }
    """

  private func results(_ folder: Folder) throws -> [String: [String: Any]] {
    let json = try JSONSerialization.jsonObject(with: folder.data("m.json"))
    let top = try #require(json as? [String: Any])
    #expect(top["schema"] as? Int == 1)
    let mutants = try #require(top["mutants"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: mutants.map { ($0["name"] as? String ?? "", $0) })
  }

  @Test("tells a defect that is caught, one that is not, and a fault that a correct link stands")
  func three() async throws {
    let folder = try Folder()
    try folder.write(Self.points, to: "points.yaml")
    let run = try await Binary.run(
      [
        "mutants", "points.yaml", "--only", "double_apply_points", "coupon_double_redeem",
        "duplicate", "--parallel", "2", "--seed", "1", "--json", "m.json",
      ], in: folder)
    let found = try results(folder)
    let outcome = { (name: String) in found[name]?["result"] as? String ?? "" }
    #expect(
      ["killed", "killedByAnother"].contains(outcome("double_apply_points")), "\(run.output)")
    #expect(outcome("coupon_double_redeem") == "neverFired")
    #expect(outcome("duplicate") == "passed", "\(run.output)")
    #expect(found["duplicate"]?["fired"] as? Int ?? 0 > 0)
    // One file of many was asked for: what never fired may do so in another.
    #expect(run.code == 5, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    let rows = lines.drop { !$0.hasPrefix("RESULT") }.dropFirst()
    #expect(rows.first?.hasPrefix("never fired") == true, "worst first: \(rows)")
    #expect(run.output.contains("1 benign fault: 1 passed."))
    #expect(!folder.has("results/linkage.sqlite"), "mutants are no runs")
    #expect(!folder.has("results/mutants"), "nothing to look at")
  }

  @Test("calls a defect that did its work unseen a survivor", arguments: ["en", "zh"])
  func survivor(language: String) async throws {
    let folder = try Folder()
    try folder.write(Self.points, to: "points.yaml")
    let run = try await Binary.run(
      [
        "mutants", "points.yaml", "--only", "int64_id_rounding", "--lang", language, "--json",
        "m.json",
      ],
      in: folder)
    #expect(
      try results(folder)["int64_id_rounding"]?["result"] as? String == "survived", "\(run.output)")
    #expect(run.code == 1, "\(run.errors)")
    #expect(run.output.contains(language == "zh" ? "1 个漏过" : "1 survived"), "\(run.output)")
    let kept = try #require(try results(folder)["int64_id_rounding"]?["run"] as? String)
    #expect(
      run.output.hasSuffix("linkage check \(kept) --results results/mutants\n"), "\(run.output)")
    let again = try await Binary.run(
      ["check", kept, "--results", "results/mutants", "--lang", "en"], in: folder)
    #expect(again.code == 0, "\(again.output)\(again.errors)")
    #expect(folder.has("results/mutants/\(kept)/junit.xml"))
  }

  @Test("has durability see a lost change, with shorter waits and beside a cut link")
  func named() async throws {
    let folder = try Folder()
    let run = try await Binary.run(
      [
        "mutants", "--grep", "^(web-order-mini-lookup|outage-and-recovery)$", "--only",
        "ack_then_lose", "--within", "4s", "--seed", "1", "--json", "m.json",
      ], in: folder)
    let found = try #require(try results(folder)["ack_then_lose"], "\(run.output)\(run.errors)")
    #expect(found["result"] as? String == "killed", "\(run.output)")
    let signs = found["signs"] as? [[String: String]] ?? []
    #expect(signs.contains(["checker": "durability"]), "\(signs)")
  }

  @Test("ends where the suite is not green without a fault")
  func unhealthy() async throws {
    let folder = try Folder()
    let wrong = Self.points.replacingOccurrences(
      of: "out.points == 50 ], stays", with: "false ], stays")
    try folder.write(wrong, to: "points.yaml")
    let run = try await Binary.run(["mutants", "points.yaml", "--only", "duplicate"], in: folder)
    #expect(run.code == 1)
    #expect(run.output.contains("points-arrive: ExpectationNotMet"))
    #expect(!run.output.contains("RESULT"))
  }

  @Test("knows the names of faults, and which systems it can break")
  func refused() async throws {
    let folder = try Folder()
    let name = try await Binary.run(["mutants", "--only", "duplicat", "--lang", "en"], in: folder)
    #expect(name.code == 2)
    #expect(name.errors.contains("did you mean `duplicate`? There are: "))
    let nobody = try await Binary.run(["mutants", "--only", "nobody", "--lang", "en"], in: folder)
    #expect(nobody.errors.contains("There is no fault `nobody`. There are: "), "\(nobody.errors)")
    try folder.write(
      "scenario: s\nplatforms: { shop: \"http://127.0.0.1:1\" }\nsteps: [ { on: shop, get: / } ]\n",
      to: "s.yaml")
    let system = try await Binary.run(["mutants", "s.yaml"], in: folder)
    #expect(system.code == 2)
    #expect(system.errors.contains("speaks to shop"))
  }
}
