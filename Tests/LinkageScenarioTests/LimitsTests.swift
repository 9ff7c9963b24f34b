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

  @Test("deep nesting is refused at its place", arguments: [65, 900, 5_000, 500_000])
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

  @Test("a key that unfolds without end is refused")
  func aliasKeys() {
    var text = "scenario: s\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let refused = ["1:1-1 invalidYAML(detail: \"keys made of aliases, in a file of many\")"]
    for key in ["? *a9\n: x\n", "*a9 : x\n", "{ [*a9]: x }\n", "x: { *a9 : y }\n"] {
      #expect(Self.problems(text + key) == refused, "\(key)")
    }
  }

  @Test("nor is one that only seems to stand in quotes")
  func hiddenKeys() {
    var text = "scenario: s\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let refused = ["1:1-1 invalidYAML(detail: \"keys made of aliases, in a file of many\")"]
    let hidden = [
      "x: [a - ' , [*a9] : y, ' ]\n", "x: [a\n - ' , [*a9] : y, ' ]\n",
      "x: [a\n ' , [*a9] : y, ' ]\n", "x: { \"q\n , '\": {[*a9] : 'z'} }\n",
      "x: {\"a\":\"b, 'c\", [*a9] : 1, d: e'}\n", "x: { &b 'c, \"d': 1, [*a9] : 2, e: f\" }\n",
      "x: it's\ny: { [*a9] : 'z' }\n", "x: 'a # b'\ny: { [*a9] : 'z' }\n",
    ]
    for key in hidden { #expect(Self.problems(text + key) == refused, "\(key)") }
  }

  @Test("what looks like such a key inside quotes is none, in a file of many aliases")
  func quotedKeys() {
    let quoted = [
      "\"{'a': ['x'] : 1}\"", "'out == {''a'': [1] : 2}'", "\"x \\\" ] : y\"", "'a' # ] : b",
      "[\n 'a ] : b',\n 'c } : d' ]",
    ]
    let aliases = [String](repeating: "*a", count: 60).joined(separator: ", ")
    for text in quoted {
      let problems = Self.problems("scenario: s\na: &a [x]\nb: [\(aliases)]\nc: \(text)\n")
      #expect(!problems.contains { $0.contains("keys made of aliases") }, "\(text): \(problems)")
    }
  }

  @Test(
    "files of many megabytes are refused at once",
    arguments: ["- x\n", "[", "\u{4E2D}", "'"])
  func large(piece: String) {
    let text = Self.head + String(repeating: piece, count: (10 << 20) / piece.utf8.count)
    let problems = Self.problems(text)
    #expect(problems == ["1:1-1 invalidYAML(detail: \"more than 4 MiB of text\")"])
  }

  @Test(
    "what is just not too large ends in problems, too",
    arguments: ["- x\n", "a: b\n", "[", "&a ", "{a: ", "? "])
  func nearlyLarge(piece: String) {
    let text = Self.head + "  " + String(repeating: piece, count: (1 << 17) / piece.utf8.count)
    #expect(!Self.problems(text).isEmpty)
  }

  @Test("steps without end are refused: rounds of flows of rounds, in many rows")
  func rounds() throws {
    let flow = { (name: String, inner: String) in
      "flow: \(name)\nsteps:\n" + [String](repeating: "  - { \(inner) }\n", count: 30).joined()
    }
    let files = [
      "a.yaml": flow("a", "use: b.yaml"), "b.yaml": flow("b", "use: c.yaml"),
      "c.yaml": flow("c", "on: web, get: /x"),
    ]
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Loading.plan(
        "scenario: s\nplatforms: { web: \"http://a\" }\n"
          + "matrix: { a: [1, 2, 3, 4, 5], b: [1, 2, 3, 4, 5] }\nsteps: [ { use: a.yaml } ]\n",
        files: files)
    }
    #expect(
      problems.count == 1 && problems[0].hasSuffix("tooManySteps(limit: 20000)"), "\(problems)")
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
