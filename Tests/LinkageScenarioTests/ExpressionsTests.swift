import CEL
import LinkageCore
import LinkageScenario
import Testing
import Values

@Suite("Expressions in files")
struct ExpressionsTests {
  static func steps(_ steps: String) throws(Diagnostics) -> [Step] {
    try Loading.plan(
      "scenario: s\nplatforms: { web: \"http://a\" }\nsteps:\n\(steps)",
      environment: ["A": "x", "N": "7"]
    ).scenarios[0].steps
  }

  @Test(
    "a template ends at its own brace and keeps what is literal",
    arguments: [
      ("plain", "plain"), ("a $ b $x }", "a $ b $x }"), ("$${x}", "$${x}"),
      ("${'}'}", "${'}'}"), ("${{'a': {'b': 1}}['a']}!", "${{'a': {'b': 1}}['a']}!"),
      ("${r'\\'}x", "${r'\\'}x"), ("${'''a'}'''}", "${'''a'}'''}"), ("${'\\'}'}", "${'\\'}'}"),
      ("a${ 1 }b${2}c", "a${1}b${2}c"), ("${env.A}${1}", "x${1}"), ("${env.A + env.N}", "x7"),
      ("中${env.A}文", "中x文"), ("${int(env.N) + 1}", "8"),
    ])
  func templates(_ written: String, _ read: String) throws {
    let text = written.replacing("'", with: "''")
    let step = try #require(
      try Self.steps("  - { on: web, get: /, with: { a: '\(text)' } }\n").first)
    #expect(step.with[0].value.text == read)
  }

  @Test("a string that is one expression alone keeps its type")
  func types() throws {
    let step = try #require(
      try Self.steps("  - { on: web, get: /, with: { a: \"${int(env.N)}\", b: \"${[1]}\" } }\n")
        .first)
    #expect(step.with[0].value.constant == 7)
    guard case .value(let located) = step.with[1].value else {
      Issue.record("\(step.with[1].value)")
      return
    }
    #expect(located.expression.source == "[1]")
    #expect(located.place == Place(path: "scenario.yaml", line: 4, column: 58, length: 3))
  }

  @Test("an expression's place is its first character, inside the quotes")
  func places() throws {
    let steps = try Self.steps(
      """
        - on: web
          get: /
          expect:
            - http.status == 200 # all is well
            - "http.status == 201"
            - http.text == '积分'
            - &same "http.text == '积分'"
            - *same
            - "http.text == \\"x\\""
            - >-
              http.status
              == 202
      """)
    let places = steps[0].expect.map { "\($0.place.line):\($0.place.column)-\($0.place.length)" }
    #expect(places == ["7:9-18", "8:10-18", "9:9-17", "10:16-17", "10:16-17", "12:9-20", "13:9-2"])
    #expect(steps[0].expect[6].expression.source == "http.status == 202")
  }

  @Test("a step's own answer is known to it, and its names to the steps after it")
  func order() throws {
    let steps = try Self.steps(
      """
        - id: a
          on: web
          post: /
          out: { n: http.body.n }
          let: { total: out.n + a.out.n }
          expect: a.out.n == out.n
        - id: b
          on: web
          get: "/${total}/${a.http.headers['x-id']}"
          when: total > 1
          sync: { since: a, stop_if: outcome == 'unexpected', until: http.status == 200 }
      """)
    #expect(steps.map(\.id) == ["a", "b"])
    #expect(steps[1].sync?.stopIf?.expression.source == "outcome == 'unexpected'")
  }

  @Test(
    "what has no value yet is refused",
    arguments: [
      "when: out.n == 1", "when: total == 1", "expect: total == 1", "let: { x: x }",
      "with: { x: \"${out.n}\" }", "expect: base == ''", "ok: out == 1",
    ])
  func tooEarly(_ line: String) {
    let problems = Loading.problems { () throws(Diagnostics) -> Plan in
      try Loading.plan(
        "scenario: s\nplatforms: { web: \"http://a\" }\nsteps:\n"
          + "  - id: a\n    on: web\n    get: /\n    \(line)\n"
          + (line.hasPrefix("let") ? "" : "    let: { total: \"1\" }\n"))
    }
    #expect(problems.count == 1 && problems[0].contains("undeclared"), "\(problems)")
  }
}
