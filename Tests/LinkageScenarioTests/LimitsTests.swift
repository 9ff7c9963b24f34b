import LinkageCore
import LinkageScenario
import Testing

@Suite("Limits")
struct LimitsTests {
  static let head = "scenario: s\nplatforms: { web: \"http://a\" }\nsteps:\n"

  static func problems(_ text: String) -> [String] {
    Loading.problems { () throws(Diagnostics) -> Plan in
      try Loading.plan(text)
    }
  }

  @Test("deep nesting is refused at its place", arguments: [65, 900, 5_000])
  func nesting(depth: Int) {
    let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let problems = Self.problems(Self.head + "  - { on: web, post: /x, json: \(value) }\n")
    #expect(problems.count == 1 && problems[0].contains("invalidYAML"))
  }

  @Test("aliases that unfold without end are refused")
  func aliases() {
    var text = "scenario: s\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let items = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(Self.problems(text).contains { $0.contains("invalidYAML") })
  }

  @Test("many repeated keys are all reported")
  func repeatedKeys() {
    let lines = (0..<100).map { "    k\($0): 1\n    k\($0): 2\n" }.joined()
    let problems = Self.problems(Self.head + "  - on: web\n    get: /x\n\(lines)")
    #expect(problems.count { $0.contains("duplicateKey") } == 100)
    #expect(problems.count { $0.contains("unknownKey") } == 200)
  }

  @Test("a long scenario loads")
  func long() throws {
    let steps = (0..<500).map { index in
      "  - { id: s\(index), on: web, get: \"/x/${s\(max(index - 1, 0)).http.status}\" }\n"
    }
    let first = "  - { id: s0, on: web, get: /x }\n"
    let plan = try Loading.plan(Self.head + first + steps.dropFirst().joined())
    #expect(plan.scenarios[0].steps.count == 500)
  }
}
