import Foundation
import LinkageCore
import LinkageReport
import LinkageScenario
import Testing

@Suite("Gate files")
struct GateFilesTests {
  static let names = GateNames(
    entities: ["member", "order", "points"], platforms: ["web", "mini"],
    scenarios: ["login", "share-rewards"])

  private func load(_ text: String, _ names: GateNames = names) throws(Diagnostics) -> Gate {
    try GateLoader.load(SourceInput(path: "gate.yaml", text: text), knowing: names)
  }

  @Test("hold rules of every kind, and what is quarantined")
  func whole() throws {
    let gate = try load(
      """
      gate: release
      rules:
        - { id: clean, violations: 0 }
        - { id: rate, sync_rate: order, at_least: 99.9% }
        - { id: fast, p99: order mini -> web, at_most: 1.5s, level: warn }
        - { id: steady, p90: points web→mini, no_worse_than: v1.4 }
      quarantine:
        - { scenario: share-rewards, issue: SHOP-412, owner: growth, expires: 2027-01-31 }
      """)
    #expect(gate.name == "release" && gate.place.line == 1)
    let (order, points) = (
      Link(entity: "order", from: "mini", to: "web"),
      Link(entity: "points", from: "web", to: "mini")
    )
    #expect(
      gate.rules.map(\.limit) == [
        .nothingBroken(violations: true, failed: false),
        .syncRate(.entity("order"), atLeast: 0.999),
        .quantile(.p99, order, atMost: .milliseconds(1500)),
        .comparison(.p90, points, baseline: "v1.4", by: 0.1),
      ])
    #expect(gate.rules.map(\.id) == ["clean", "rate", "fast", "steady"])
    #expect(gate.rules.map(\.level) == [.fail, .fail, .warn, .fail])
    let entry = try #require(gate.quarantine.first)
    #expect(gate.quarantine.count == 1)
    #expect(entry.scenario == "share-rewards" && entry.issue == "SHOP-412")
    #expect(entry.owner == "growth" && entry.expires.text == "2027-01-31")
    #expect(entry.place.line == 8)
  }

  @Test("compare with runs that have a label", arguments: ["\"\"", "\" \""])
  func emptyLabel(label: String) throws {
    let error = try #require(throws: Diagnostics.self) {
      try load(
        "gate: g\nrules:\n  - { id: a, p95: order mini→web, no_worse_than: \(label) }\n")
    }
    let expected = Problem.invalidValue(
      owner: "no_worse_than", found: "\"\(label.dropFirst().dropLast())\"", expected: "baseline")
    #expect(error.problems.map(\.problem) == [expected])
    #expect(error.problems.first?.place?.line == 3 && error.problems.first?.place?.column == 50)
  }

  @Test("may hold nothing but a name: then what is built in decides")
  func empty() throws {
    let gate = try load("gate: release\n")
    #expect(gate.rules.isEmpty && gate.quarantine.isEmpty)
  }

  @Test("take any entity where no contract names them, and any scenario where not all are known")
  func unknownNames() throws {
    let gate = try load(
      """
      gate: g
      rules: [ { id: a, p95: parcel web→mini, at_most: 1s } ]
      quarantine: [ { scenario: x, issue: i, owner: o, expires: 2027-01-31 } ]
      """, GateNames(entities: [], platforms: ["web", "mini"]))
    #expect(gate.rules.count == 1 && gate.quarantine.count == 1)
  }

  @Test(
    "are refused with every problem at its place, in both languages",
    arguments: ["rules", "names", "links", "quarantine", "other"])
  func invalid(name: String) throws {
    let folder = Repository.cases.appending(path: "gates")
    let text = try #require(Repository.text(folder.appending(path: "\(name).yaml")))
    do throws(Diagnostics) {
      _ = try load(text)
      Issue.record("\(name) was accepted")
    } catch {
      let found = [Language.english, .chinese].map { DiagnosticPrinter(language: $0).text(error) }
        .joined(separator: "\n")
      let golden = folder.appending(path: "\(name).expected")
      guard let expected = Repository.text(golden) else {
        try found.write(to: golden, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name).expected: look at it and run again")
        return
      }
      #expect(found == expected)
    }
  }
}
