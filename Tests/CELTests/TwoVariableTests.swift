import CEL
import Testing
import Values

@Suite("macros with two variables")
struct TwoVariableTests {
  private static let scope = Scope(variables: [
    "stock": ["tea": 3, "milk": 0], "prices": [10, 25], "y": true,
  ])

  @Test(
    "a macro binds index and element, or key and value",
    arguments: [
      ("prices.all(i, p, p > i * 10)", true), ("prices.exists(i, p, i == 1 && p == 25)", true),
      ("prices.exists_one(i, p, i > 0)", true), ("prices.existsOne(i, p, p > 5)", false),
      ("prices.existsOne(p, p > 20)", true), ("stock.all(name, count, name.size() >= count)", true),
      ("stock.exists(name, count, name == 'tea' && count == 0)", false),
      ("[].all(i, v, false)", true), ("{}.exists(k, v, true)", false),
      ("prices.transformList(i, p, p + i)", [10, 26]),
      ("prices.transformList(i, p, i > 0, p)", [25]),
      ("stock.transformList(name, count, '%s: %d'.format([name, count]))", ["tea: 3", "milk: 0"]),
      ("stock.transformMap(name, count, count * 2)", ["tea": 6, "milk": 0]),
      ("stock.transformMap(name, count, count > 0, name)", ["tea": "tea"]),
      ("prices.transformMap(i, p, p)", .map(ValueMap([(0, 10), (1, 25)]))),
      (
        "prices.transformList(i, p, prices.transformList(j, q, p * q + i * j))",
        [[100, 250], [250, 626]]
      ),
      ("[[1, 2], [3]].transformList(i, v, v.map(v, v + i))", [[1, 2], [4]]),
      ("prices.map(i, y, i)", [10, 25]), ("prices.all(y, y > 1)", true),
      ("[1, 0].exists(i, v, 1 / v == 1)", true), ("[0, 2].all(i, v, 1 / v == 1)", false),
    ] as [(String, Value)])
  func binds(_ source: String, _ expected: Value) throws {
    #expect(try Expression(source).evaluate(in: Self.scope) == expected)
  }

  @Test(
    "an error of an element is the macro's unless another decides",
    arguments: [
      ("[1, 0].transformList(i, v, 1 / v)", .divisionByZero(operation: "/")),
      ("[1, 0].transformList(i, v, 1 / v > 0, v)", .divisionByZero(operation: "/")),
      ("{'a': 0}.transformMap(k, v, 1 / v)", .divisionByZero(operation: "/")),
      ("[0, 2].existsOne(i, v, 1 / v == 1)", .divisionByZero(operation: "/")),
      ("[2, 0].exists(i, v, 1 / v == 1)", .divisionByZero(operation: "/")),
      ("[1].transformMap(i, v, v, i)", .notBool(operation: "transformMap", type: "int")),
      ("'a'.transformList(i, v, v)", .notIterable(macro: "transformList", type: "string")),
      ("[1].transformList(v, v + 1)", .undeclared(name: "v", nearest: nil)),
    ] as [(String, EvaluationError.Kind)])
  func fails(_ source: String, _ kind: EvaluationError.Kind) {
    let error = #expect(throws: EvaluationError.self) {
      try Expression(source).evaluate(in: Scope())
    }
    #expect(error?.kind == kind)
  }

  @Test(
    "what is no use of a macro is told",
    arguments: ["[1].all(i, 2, true)", "[1].filter(i, v, true)"])
  func usage(_ source: String) {
    #expect(throws: ParseError.self) { try Expression(source) }
  }

  @Test("the variables are not free names")
  func references() throws {
    let expression = try Expression("stock.transformMap(k, v, k + x + string(v)) == v")
    #expect(expression.references.map(\.path) == [["stock"], ["x"], ["v"]])
  }

  @Test(
    "the variables have the types of index, key and value",
    arguments: [
      ("l.transformList(i, v, i)", .list(.int)), ("l.transformList(i, v, v)", .list(.string)),
      ("m.transformMap(k, v, v)", .map(key: .string, value: .double)),
      ("l.transformMap(i, v, i > 0, v)", .map(key: .int, value: .string)),
      ("m.all(k, v, v > 1.0 && k != '')", .bool), ("r.transformList(k, v, k)", .list(.string)),
      ("d.transformList(k, v, v)", .list(.dyn)),
    ] as [(String, StaticType)])
  func types(_ source: String, _ expected: StaticType) throws {
    let variables: [String: StaticType] = [
      "l": .list(.string), "m": .map(key: .string, value: .double), "r": .record(["a": .int]),
    ]
    let found = try Expression(source).checked { variables[$0] }
    #expect(found.problems == [])
    #expect(found.type == expected)
  }
}
