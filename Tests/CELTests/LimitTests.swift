import CEL
import Testing
import Values

@Suite("limits")
struct LimitTests {
  @Test("many missing keys among many long ones are told soon", .timeLimit(.minutes(1)))
  func missingKeys() throws {
    func key(_ length: Int, _ number: Int) -> String {
      String(repeating: "k", count: length) + String(number)
    }
    let map = Value.map(ValueMap((0..<10_000).map { (.string(key(190, $0)), .null) }))
    let source = (0..<300).map { "m.\(key(190, 20_000 + $0)) == 1" }.joined(separator: " || ")
    let explanation = try Expression(source).explain(in: Scope(variables: ["m": map]))
    #expect(throws: EvaluationError.self) { try explanation.result.get() }
    #expect(explanation.parts.count == 300)
  }

  private func nested(_ open: String, _ close: String, _ depth: Int, inner: String = "1") -> String
  {
    String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
  }

  private func kind(_ source: String, limits: Limits = .default) -> ParseError.Kind? {
    do {
      _ = try Expression(source, limits: limits)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test(
    "nesting has a limit",
    arguments: [("(", ")"), ("[", "]"), ("size([", "])"), ("{1:", "}"), ("true ? 1 : (", ")")])
  func nesting(_ open: String, _ close: String) {
    #expect(kind(nested(open, close, 30)) == nil)
    #expect(kind(nested(open, close, 5000)) == .nestingTooDeep(limit: 128))
  }

  @Test("the source's length has a limit")
  func sourceLength() {
    let source = String(repeating: " ", count: 64 * 1024) + "1"
    #expect(kind(source) == .sourceTooLong(bytes: source.utf8.count, limit: 64 * 1024))
  }

  @Test(
    "what the limits allow fits a small stack",
    arguments: [
      ("(", ")", 127), ("[", "]", 127), ("{1:", "}", 127), ("size([", "])", 63),
      ("true||true&&1==1+1*-(", ")", 127), ("[1].map(x, ", ")", 127), ("true ? 1 : ", "", 127),
      ("!", "", 60_000), ("1 + ", "", 15_000), ("true || ", "", 8000), ("1.0 - 1.0 * ", "", 5000),
    ])
  func smallStack(_ open: String, _ close: String, _ depth: Int) async {
    let source = nested(open, close, depth)
    await onSmallStack {
      if let expression = try? Expression(source) {
        _ = expression.explain(in: Scope())
      } else {
        Issue.record("\(source.prefix(40)) was refused")
      }
    }
  }

  @Test("long chains of fields and calls fit a small stack")
  func chains() async {
    let fields = "a" + String(repeating: ".a", count: 30_000)
    let calls = "'a'" + String(repeating: ".trim()", count: 9000)
    let result = await onSmallStack {
      _ = try? Expression(fields).evaluate(in: Scope(variables: ["a": [:]]))
      return try? Expression(calls).evaluate(in: Scope())
    }
    #expect(result == "a")
  }

  @Test(
    "values as deep as JSON may be fit a small stack",
    arguments: [
      "a == b", "a in [b]", "'%s'.format([a]) == '%s'.format([b])", "[a].map(x, x) == [b]",
    ])
  func deepValues(_ source: String) async throws {
    let json = String(repeating: "[{\"a\":", count: 256) + "1" + String(repeating: "}]", count: 256)
    let scope = Scope(variables: ["a": try Value(json: json), "b": try Value(json: json)])
    let expression = try Expression(source)
    let result = await onSmallStack { try? expression.evaluate(in: scope) }
    #expect(result == true)
  }

  @Test(
    "evaluation that would take too long is an error that nothing absorbs",
    arguments: [
      "xs.all(a, xs.all(b, xs.all(c, true)))",
      "xs.all(a, xs.all(b, xs.all(c, true))) || true",
      "xs.all(a, xs.all(b, xs == xs))",
      "xs.all(a, xs.all(b, !long.contains('b')))",
      "xs.all(a, !long.matches('(a|a)*b'))",
      "xs.map(a, long.matches('(a+a+)+y')).size() == 0",
    ])
  func steps(_ source: String) throws {
    let scope = Scope(variables: [
      "xs": .list((0..<500).map { .int($0) }),
      "long": .string(String(repeating: "a", count: 100_000)),
    ])
    let expression = try Expression(source, limits: Limits(steps: 30_000))
    let error = #expect(throws: EvaluationError.self) { try expression.evaluate(in: scope) }
    #expect(error?.kind == .tooManySteps(limit: 30_000))
  }

  @Test(
    "a result that would be too large is an error",
    arguments: [
      "long.replace('a', long)",
      "xs.map(a, long)",
      "xs.map(a, long).join()",
      "'%s'.format([xs.map(a, long)])",
      "long + long + long + long + long + long + long + long + long + long + long + long + long",
      "xs.map(a, xs.map(b, long))",
    ])
  func outputSize(_ source: String) throws {
    let scope = Scope(variables: [
      "xs": .list((0..<500).map { .int($0) }),
      "long": .string(String(repeating: "a", count: 500_000)),
    ])
    let limits = Limits(outputSize: 8 * 1024 * 1024)
    let expression = try Expression(source, limits: limits)
    let error = #expect(throws: EvaluationError.self) { try expression.evaluate(in: scope) }
    #expect(error?.kind == .outputTooLarge(limit: limits.outputSize))
  }
}
