import CEL
import Testing
import Values

@Suite("expressions")
struct ExpressionTests {
  static let scope = Scope(variables: [
    "out": ["memberId": "7", "points": 100, "level": "gold", "tags": ["a", "b"], "none": nil],
    "register": ["out": ["memberId": "7"], "with": ["phone": "13800000000"]],
    "http": ["status": 200, "headers": ["location": "/profile/7"]],
    "items": [["price": 10], ["price": 20]],
  ])

  static func value(_ source: String, in scope: Scope = scope) throws -> Value {
    try Expression(source).evaluate(in: scope)
  }

  @Test(
    "an expression gives its value",
    arguments: [
      ("out.memberId == register.out.memberId", true),
      ("http.status == 200 && http.headers['location'].contains('/profile')", true),
      ("has(out.level) && !has(out.missing)", true),
      ("items.map(i, i.price)", [10, 20]),
      ("items.map(i, i.price > 10, i.price * 2)", [40]),
      ("items.exists_one(i, i.price == 20)", true),
      ("items.all(i, items.exists(j, j.price >= i.price))", true),
      ("{'a': 1}.map(k, k)", ["a"]),
      ("'x' in out.tags ? 1 : 'a' in out.tags ? 2 : 3", 2),
      ("1 - 2 - 3", -4),
      ("2 + 3 * 4 - 5 % 3", 12),
      ("-2 * -3", 6),
      ("!(1 < 2) || 3 > 2", true),
      ("[1, 2,] + [3]", [1, 2, 3]),
      (".out.points", 100),
      ("out.tags.map(out, out + '!')", ["a!", "b!"]),
      ("out.tags.map(out, .out.points)", [100, 100]),
      ("1 // a comment\n + 1", 2),
      ("string(1.0)", "1"),
      ("string(1000000.0)", "1000000"),
      ("string(0.00001)", "0.00001"),
      ("string(1e30)", "1e+30"),
      ("'a,b,c'.split(',', 2)", ["a", "b,c"]),
      ("'abc'.split('')", ["a", "b", "c"]),
      ("'aaa'.replace('a', 'b', 2)", "bba"),
      ("'ab'.replace('', '-')", "-a-b-"),
      ("'a-b-a'.lastIndexOf('a')", 4),
      ("'a-b-a'.lastIndexOf('a', 3)", 0),
      ("'%s|%d|%.2f|%x'.format(['é', 7, 1.005, 'hi'])", "é|7|1.00|6869"),
      ("base64.encode(b'hello')", "aGVsbG8="),
      ("string(base64.decode('aGVsbG8'))", "hello"),
      (
        "timestamp('2024-03-01T00:00:00Z') - timestamp('2024-02-28T00:00:00Z') == duration('48h')",
        true
      ),
      ("9007199254740993 == 9007199254740992.0", false),
    ] as [(String, Value)])
  func evaluates(_ source: String, _ expected: Value) throws {
    #expect(try Self.value(source) == expected)
  }

  @Test("of a large map's keys the nearest one comes first, whatever its place")
  func nearestKey() throws {
    let keys = (0..<150).map { "key\($0)" } + ["LANGUAGE"]
    let map = Value.map(ValueMap(keys.map { (.string($0), .null) }))
    let error = #expect(throws: EvaluationError.self) {
      try Expression("env.LANGAGE || false").evaluate(in: Scope(variables: ["env": map]))
    }
    #expect(
      error?.message == "there is no key \"LANGAGE\", the map has "
        + "\"LANGUAGE\", \"key0\", \"key1\", \"key2\", \"key3\", \"key4\", …")
  }

  @Test(
    "an expression without a value tells why",
    arguments: [
      (
        "out.lvel",
        .noSuchKey(key: "lvel", available: ["level", "memberId", "points", "tags", "none"])
      ),
      ("out.none.x", .noSuchField(field: "x", type: "null_type")),
      ("out.tags[2]", .indexOutOfRange(index: 2, count: 2)),
      ("out.tags[-1]", .indexOutOfRange(index: -1, count: 2)),
      ("regster.out", .undeclared(name: "regster", nearest: "register")),
      ("foo", .undeclared(name: "foo", nearest: nil)),
      ("sise(out)", .unknownFunction(name: "sise", nearest: "size")),
      ("out.memberId.startWith('7')", .unknownFunction(name: "startWith", nearest: "startsWith")),
      ("base64.encod(b'')", .undeclared(name: "base64", nearest: nil)),
      ("out.points + '1'", .noOverload(function: "+", arguments: ["int", "string"])),
      ("1 + 1.0", .noOverload(function: "+", arguments: ["int", "double"])),
      ("1 / 0", .divisionByZero(operation: "/")),
      ("9223372036854775807 * 2", .overflow(operation: "*")),
      ("1 && true", .notBool(operation: "&&", type: "int")),
      ("out.points ? 1 : 2", .notBool(operation: "? :", type: "int")),
      ("out.points.all(x, x)", .notIterable(macro: "all", type: "int")),
      ("size(1, 2)", .argumentCount(function: "size", given: 2, allowed: [1])),
      ("int('1x')", .conversion(value: "1x", from: "string", to: "int")),
      ("{'a': 1, 'a': 2}", .duplicateKey("a")),
      ("'a'.substring(2)", .argumentOutOfRange(function: "substring", value: 2)),
      ("'%d'.format([])", .format(.missingArgument(index: 0))),
      ("base64.decode('*')", .invalidBase64),
      ("timestamp(0).getHours('Mars/Olympus')", .unknownTimeZone("Mars/Olympus")),
    ] as [(String, EvaluationError.Kind)])
  func fails(_ source: String, _ kind: EvaluationError.Kind) throws {
    let error = #expect(throws: EvaluationError.self) { try Self.value(source) }
    #expect(error?.kind == kind)
  }

  @Test(
    "an error stands where its cause does",
    arguments: [
      ("out.points == out.lvel", "lvel"),
      ("out.points + (out.points + 'a')", "out.points + 'a'"),
      ("true && out.tags[7] == 1", "out.tags[7]"),
      ("[1].map(x, missing)", "missing"),
      ("1 + int('x')", "int('x')"),
    ])
  func errorRange(_ source: String, _ text: String) throws {
    let error = #expect(throws: EvaluationError.self) { try Self.value(source) }
    let range = try #require(error?.range)
    #expect(String(decoding: Array(source.utf8)[range], as: UTF8.self) == text)
  }

  @Test(
    "a text that is no expression tells why and where",
    arguments: [
      ("", .unexpectedEnd(expected: .expression), 0..<0),
      ("1 +", .unexpectedEnd(expected: .expression), 3..<3),
      ("a = 1", .foreignOperator(found: "=", instead: "=="), 2..<3),
      ("a & b", .foreignOperator(found: "&", instead: "&&"), 2..<3),
      ("a b", .unexpected(found: "b", expected: .operatorOrEnd), 2..<3),
      ("(1", .unexpectedEnd(expected: .closingParenthesis), 2..<2),
      ("f(1", .unexpectedEnd(expected: .commaOrClosing(")")), 3..<3),
      ("[1", .unexpectedEnd(expected: .commaOrClosing("]")), 2..<2),
      ("a.", .unexpectedEnd(expected: .fieldName), 2..<2),
      ("a.in", .unexpected(found: "in", expected: .fieldName), 2..<4),
      ("'abc", .unterminatedString, 0..<4),
      ("'a\\q'", .invalidEscape("\\q"), 2..<4),
      ("'\\uD800'", .invalidCodePoint, 1..<7),
      ("12a", .invalidNumber("12a"), 0..<3),
      ("9223372036854775808", .numberOutOfRange("9223372036854775808"), 0..<19),
      ("var + 1", .reservedWord("var"), 0..<3),
      ("has(a)", .macroUsage(name: "has", usage: "has(value.field)"), 0..<6),
      ("has(a ? b.c : d.e)", .macroUsage(name: "has", usage: "has(value.field)"), 0..<18),
      ("a.map(x)", .macroUsage(name: "map", usage: "list.map(x, …)"), 2..<5),
      ("Foo{a: 1}", .messageConstruction("Foo"), 0..<3),
      ("a # b", .unexpectedCharacter("#"), 2..<3),
      ("'é' $", .unexpectedCharacter("$"), 5..<6),
      ("a ＝＝ b", .fullWidth(found: "＝＝", instead: "=="), 2..<8),
      ("a == ‘b’", .fullWidth(found: "‘", instead: "'"), 5..<8),
      ("'，' +　1", .fullWidthSpace, 7..<10),
      ("a ? b", .unexpectedEnd(expected: .colon), 5..<5),
      ("a ? b ? c : d : e", .unexpected(found: "?", expected: .colon), 6..<7),
    ] as [(String, ParseError.Kind, Range<Int>)])
  func refuses(_ source: String, _ kind: ParseError.Kind, _ range: Range<Int>) {
    let error = #expect(throws: ParseError.self) { try Expression(source) }
    #expect(error == ParseError(kind: kind, range: range))
  }

  @Test("references are the free names with the fields selected from them")
  func references() throws {
    let source = "a.b.c == d && xs.map(x, x.y + e.f) != [] || has(g.h) || g[0].i == k.size()"
    let found = try Expression(source).references
    #expect(
      found.map { $0.path.joined(separator: ".") }
        == ["a.b.c", "d", "xs", "e.f", "g.h", "g", "k"])
    #expect(found.filter(\.isTested).map(\.path) == [["g", "h"]])
    for reference in found {
      let text = String(decoding: Array(source.utf8)[reference.range], as: UTF8.self)
      #expect(text == reference.path.joined(separator: "."))
    }
  }

  @Test("called functions are listed with their whole names")
  func calledFunctions() throws {
    let calls = try Expression("size(a.f(1)) + fake.phone() + [1].map(x, g(x))[0]").calledFunctions
    #expect(calls.map(\.name) == ["size", "f", "phone", "g"])
    #expect(calls.map(\.qualifiedName) == [nil, "a.f", "fake.phone", nil])
    #expect(calls.map(\.argumentCount) == [1, 1, 0, 1])
    #expect(calls[2].range == 15..<25)
  }

  @Test("a name with dots is found before the fields of a shorter name")
  func dottedNames() throws {
    let scope = Scope(variables: ["a": ["b": 1]]).with("a.b", 2)
    #expect(try Self.value("a.b", in: scope) == 2)
    #expect(try Self.value("a['b']", in: scope) == 1)
  }

  @Test("later names of a scope hide earlier ones, however many there are")
  func scopes() throws {
    var scope = Scope(variables: ["x": 0, "y": -1])
    for number in 1...40 { scope = scope.with("x", .int(Int64(number))).with("v\(number)", 0) }
    #expect(try Self.value("x", in: scope) == 40)
    #expect(try Self.value("y + v1", in: scope) == -1)
    #expect(scope.names.count == 42)
  }

  @Test("one side of a logical operator absorbs the other's error")
  func absorption() throws {
    #expect(try Self.value("missing == 1 || true") == true)
    #expect(try Self.value("false && 1 / 0 == 0") == false)
    #expect(try Self.value("[1, 0].exists(x, 1 / x == 1)") == true)
    #expect(throws: EvaluationError.self) { try Self.value("[0, 2].exists(x, 1 / x == 1)") }
  }
}
