import CEL
import Testing
import Values

@Suite("explanations")
struct ExplanationTests {
  static let scope = Scope(variables: [
    "out": ["points": 100, "level": "gold", "items": [["sku": "a"]], "ok": false],
    "before": ["out": ["points": 100]],
    "earn": ["with": ["amount": 50]],
  ])

  @Test(
    "the parts are the operands that are no literals",
    arguments: [
      (
        "out.points == before.out.points + earn.with.amount",
        ["out.points=100", "before.out.points=100", "earn.with.amount=50"]
      ),
      ("out.points > 5 && out.level == 'x'", ["out.points=100", "out.level=\"gold\""]),
      ("out.points > 500 && out.level == 'x'", ["out.points=100"]),
      ("!(out.level == 'gold')", ["out.level=\"gold\""]),
      ("out.items.exists(i, i.sku == 'b')", ["out.items=[{\"sku\":\"a\"}]"]),
      ("out.level.startsWith('x')", ["out.level=\"gold\""]),
      ("size(out.items) == 2", ["size(out.items)=1"]),
      ("out.level.size() == 2 || out.ok", ["out.level.size()=4", "out.ok=false"]),
      ("out.items[0].sku == 'b'", ["out.items[0].sku=\"a\""]),
      ("out.level in ['x', before.out.points]", ["out.level=\"gold\"", "before.out.points=100"]),
      (
        "out.ok ? out.level == 'a' : out.points == 1",
        ["out.ok=false", "out.points=100"]
      ),
      ("(out.ok ? 1 : 2) == 1", ["out.ok=false"]),
      (
        "has(out.token)",
        ["out={\"points\":100,\"level\":\"gold\",\"items\":[{\"sku\":\"a\"}],\"ok\":false}"]
      ),
      ("out.ok", ["out.ok=false"]),
      ("1 == 2", []),
      ("'x'.startsWith('y')", ["'x'.startsWith('y')=false"]),
    ] as [(String, [String])])
  func parts(_ source: String, _ expected: [String]) throws {
    let explanation = try Expression(source).explain(in: Self.scope)
    let found = explanation.parts.map { "\($0.text)=\((try? $0.value.get())?.json() ?? "error")" }
    #expect(found == expected)
    #expect(try explanation.result.get() == Expression(source).evaluate(in: Self.scope))
  }

  @Test("the parts stand in the source's order and do not overlap")
  func order() throws {
    let source = "out.points + size(out.items) == earn.with.amount && out.level.size() == 4"
    let parts = try Expression(source).explain(in: Self.scope).parts
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    #expect(parts.map(\.text) == ["out.points", "size(out.items)", "earn.with.amount"])
  }

  @Test("a part without a value has the error")
  func partWithError() throws {
    let explanation = try Expression("out.points == out.lvel").explain(in: Self.scope)
    let available: [Value] = ["level", "points", "items", "ok"]
    let kind = EvaluationError.Kind.noSuchKey(key: "lvel", available: available)
    let error = EvaluationError(kind: kind, range: 18..<22)
    #expect(explanation.parts.map(\.value) == [.success(100), .failure(error)])
    #expect(explanation.result == .failure(error))
  }
}
