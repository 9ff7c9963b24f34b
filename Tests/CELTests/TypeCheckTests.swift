import CEL
import Testing
import Values

@Suite("static types")
struct TypeCheckTests {
  static let out = StaticType.record([
    "points": .int, "level": .string, "ok": .bool, "tags": .list(.string), "total": .double,
    "items": .list(.record(["price": .int, "sku": .string])),
    "at": .timestamp, "byId": .map(key: .string, value: .int), "none": .null,
  ])
  static let byNumber = StaticType.map(key: .int, value: .string)

  static let variables: [String: StaticType] = [
    "out": out,
    "n": .uint, "any": .dyn, "raw": .bytes, "wait": .duration, "a.b": .int,
    "byNumber": byNumber, "fake": .record(["x": .int]),
  ]

  static let functions = Functions.standard.adding([
    HostFunction(name: "money", arity: 1, result: .int) { _ throws(HostError) in 1 },
    HostFunction(name: "fake.phone", arity: 0, result: .string) { _ throws(HostError) in "1" },
    HostFunction(name: "own.word", arity: 0, result: .string) { _ throws(HostError) in "1" },
    HostFunction(name: "extract", arity: 1, receiver: true) { _ throws(HostError) in "1" },
  ])

  static func checked(_ source: String) throws -> (type: StaticType, problems: [TypeProblem]) {
    try Expression(source).checked(variables: { variables[$0] }, functions: functions)
  }

  @Test(
    "the type of an expression is known from its parts",
    arguments: [
      ("1", .int), ("1u", .uint), ("1.5", .double), ("'x'", .string), ("b'x'", .bytes),
      ("true", .bool), ("null", .null), ("int", .type), ("type(1)", .type),
      ("out.points + 1", .int), ("-out.total", .double), ("n * 2u", .uint), ("n % 2u", .uint),
      ("out.level + 'x'", .string), ("out.at + wait", .timestamp), ("out.at - out.at", .duration),
      ("out.at - wait", .timestamp), ("any + 1", .int), ("any - out.at", .duration),
      ("any + wait", .dyn), ("any + any", .dyn), ("any + [1]", .list(.dyn)),
      ("[1] + [2]", .list(.int)), ("[1] + ['a']", .list(.dyn)), ("[]", .list(.dyn)),
      ("[1, 2.0]", .list(.dyn)), ("[[1], [2]]", .list(.list(.int))),
      ("{'a': 1}", .record(["a": .int])), ("{1: 'a'}", .map(key: .int, value: .string)),
      ("{'a': 1}.a", .int), ("{'a': 1}['a']", .int), ("{'a': 1}.b", .dyn),
      ("out['level']", .string),
      ("out[any]", .dyn), ("out.tags[0]", .string), ("out.items[0].sku", .string),
      ("out.byId['x']", .int), ("out.byId.x", .int), ("byNumber[1u]", .string),
      ("out.absent", .dyn),
      ("out.items.map(i, i.price)", .list(.int)), ("out.tags.filter(t, t != 'a')", .list(.string)),
      ("out.items.map(i, i.price > 1, i.sku)", .list(.string)),
      ("out.byId.map(k, k)", .list(.string)), ("out.tags.all(t, t.size() > 1)", .bool),
      ("[[1]].map(a, a.map(b, b + 1))", .list(.list(.int))),
      ("out.ok ? 1 : 2", .int), ("out.ok ? 1 : 'a'", .dyn), ("any ? [1] : ['a']", .list(.dyn)),
      ("out.ok ? (any ? 1 : 2) : any ? 3 : 4", .int),
      ("out.tags.exists(t, t == 'a') ? 1 : 2", .int),
      ("any ? {'a': 1, 'b': 2} : {'a': 'x', 'b': 3}", .record(["a": .dyn, "b": .int])),
      ("size(out.tags)", .int), ("out.level.split(',')", .list(.string)), ("any.size()", .int),
      ("base64.decode('')", .bytes), ("out.at.getHours()", .int), ("string(any)", .string),
      ("has(out.level) && any", .bool), ("money('1')", .int), ("own.word()", .string),
      ("out.level.extract('a')", .dyn), ("unknown.x", .dyn), ("unknown(1)", .dyn), ("a.b", .int),
      ("dyn(1)", .dyn), ("timestamp(0)", .timestamp), ("google.protobuf.Timestamp", .type),
    ] as [(String, StaticType)])
  func types(_ source: String, _ type: StaticType) throws {
    let found = try Self.checked(source)
    #expect(found.problems == [])
    #expect(found.type == type)
  }

  @Test(
    "what cannot be right is a problem at its place",
    arguments: [
      ("out.points + 'a'", .noOverload(function: "+", arguments: [.int, .string]), "#"),
      ("1 + 1.0 == 2", .noOverload(function: "+", arguments: [.int, .double]), "1 + 1.0"),
      ("out.total % 2.0", .noOverload(function: "%", arguments: [.double, .double]), "#"),
      ("wait - out.at", .noOverload(function: "-", arguments: [.duration, .timestamp]), "#"),
      ("any * 'a'", .noOverload(function: "*", arguments: [.dyn, .string]), "#"),
      ("-n", .noOverload(function: "-", arguments: [.uint]), "#"),
      ("out.level < 3", .noOverload(function: "<", arguments: [.string, .int]), "#"),
      ("out.tags >= any", .noOverload(function: ">=", arguments: [.list(.string), .dyn]), "#"),
      ("out.points[0]", .noOverload(function: "_[_]", arguments: [.int, .int]), "#"),
      ("out.tags['a']", .noOverload(function: "_[_]", arguments: [.list(.string), .string]), "#"),
      ("1 in out.points", .noOverload(function: "in", arguments: [.int, .int]), "#"),
      (
        "out.points.startsWith('1')",
        .noOverload(function: "startsWith", arguments: [.int, .string]), "#"
      ),
      ("size(out.points)", .noOverload(function: "size", arguments: [.int]), "#"),
      ("[1].join()", .noOverload(function: "join", arguments: [.list(.int)]), "#"),
      ("wait.getMonth()", .noOverload(function: "getMonth", arguments: [.duration]), "#"),
      ("int(out.ok)", .noOverload(function: "int", arguments: [.bool]), "#"),
      ("'a'.substring()", .argumentCount(function: "substring", given: 0, allowed: [1, 2]), "#"),
      ("money(1, 2)", .argumentCount(function: "money", given: 2, allowed: [1]), "#"),
      ("out.points == '100'", .neverEqual(operation: "==", left: .int, right: .string), "#"),
      ("out.ok != 'true'", .neverEqual(operation: "!=", left: .bool, right: .string), "#"),
      ("out.level in [1]", .neverEqual(operation: "in", left: .string, right: .list(.int)), "#"),
      ("1 in out", .neverEqual(operation: "in", left: .int, right: out), "#"),
      (
        "'a' in byNumber",
        .neverEqual(operation: "in", left: .string, right: byNumber), "#"
      ),
      ("[] in out.byId", .unsupportedKey(type: .list(.dyn)), "#"),
      (
        "out.tags == [1]",
        .neverEqual(operation: "==", left: .list(.string), right: .list(.int)), "#"
      ),
      (
        "{'a': 1} == {'b': 'x'}",
        .neverEqual(operation: "==", left: .record(["a": .int]), right: .record(["b": .string])),
        "#"
      ),
      ("out.points && true", .notBool(operation: "&&", type: .int), "out.points"),
      ("true || (out.level)", .notBool(operation: "||", type: .string), "out.level"),
      ("!out.points", .notBool(operation: "!", type: .int), "out.points"),
      ("out.level ? 1 : 2", .notBool(operation: "? :", type: .string), "out.level"),
      ("out.tags.all(t, t)", .notBool(operation: "all", type: .string), "t"),
      ("out.tags.filter(t, t.size())", .notBool(operation: "filter", type: .int), "t.size()"),
      ("out.tags.map(t, 1, t)", .notBool(operation: "map", type: .int), "1"),
      ("out.points.x", .noField(name: "x", type: .int), "x"),
      ("out.tags[0].x", .noField(name: "x", type: .string), "x"),
      ("has(out.level.x)", .noField(name: "x", type: .string), "x"),
      ("has(out.tags[0].x)", .noField(name: "x", type: .string), "x"),
      ("byNumber.x", .noField(name: "x", type: byNumber), "x"),
      ("out.items.exists(i, i.sku.x == 1)", .noField(name: "x", type: .string), "x"),
      ("out.points.all(x, x)", .notIterable(macro: "all", type: .int), "out.points"),
      ("{1.5: 1}", .unsupportedKey(type: .double), "1.5"),
      ("{[1]: 1}", .unsupportedKey(type: .list(.int)), "[1]"),
      (
        "out.level.matches('(')",
        .invalidPattern(PatternError(pattern: "(", kind: .missingClosingParenthesis, offset: 0)),
        "#"
      ),
    ] as [(String, TypeProblem.Kind, String)])
  func problems(_ source: String, _ kind: TypeProblem.Kind, _ place: String) throws {
    let problems = try Self.checked(source).problems
    #expect(problems.map(\.kind) == [kind])
    let range = try #require(problems.first?.range)
    let text = String(decoding: Array(source.utf8)[range], as: UTF8.self)
    #expect(text == (place == "#" ? source : place))
  }

  @Test(
    "what may be right is no problem",
    arguments: [
      "out.points == 1.0", "n < 1", "out.total >= 3", "1u == 1", "1 in [1.0, 2.0]",
      "out.level == null", "null in out.tags", "out.none == 'x'", "any == 'x' && any == 1",
      "any.x.y.all(z, z.w)", "[1, 'a'][0] + 2", "[] == out.tags", "'x' in {}", "{} == out",
      "out == {'points': 1}", "7 in {}", "out.items[0] == {'price': 'x'}", "out.byId == {'a': 1}",
      "out.tags[0.0]", "1.0 in byNumber",
      "any ? any : any", "!any", "-any", "any in any", "any[any]", "[].join(',')", "dyn(1) == 'a'",
      "'%d'.format([1, 'a'])", "money(any)", "extract(1)", "fake.x == 1", "'x' in out",
      "out[any] == 1", "has(byNumber.x)", "out.level.matches(any)", "(any ? 1 : 'a') + 1",
    ])
  func allowed(_ source: String) throws {
    #expect(try Self.checked(source).problems == [])
  }

  @Test("each mistake of an expression is told once")
  func several() throws {
    let source = "out.points + 'a' == 3 && !out.level || out.tags.all(t, t.x == 1 + 'b')"
    let problems = try Self.checked(source).problems
    #expect(problems.count == 4)
    #expect(problems.allSatisfy { $0.range.upperBound <= source.utf8.count })
  }

  @Test("a type that grows with each macro ends as `any`", .timeLimit(.minutes(1)))
  func growth() throws {
    let step = ".map(a, {'l': a, 'r': a, 'x': [a]})"
    let source = "[1]" + String(repeating: step, count: 1500)
    #expect(try Self.checked(source).problems == [])
  }

  @Test("the longest chain of fields is checked at once", .timeLimit(.minutes(1)))
  func longChain() throws {
    let source = "a" + String(repeating: ".a", count: 30_000)
    let nested = StaticType.record(["a": .int])
    let found = try Expression(source).checked { $0 == "a" ? nested : nil }
    #expect(found.problems.map(\.kind) == [.noField(name: "a", type: .int)])
  }

  @Test("the deepest expression allowed is checked on a small stack")
  func smallStack() async throws {
    for (open, close) in [("[", "]"), ("{'a': ", "}"), ("[1].map(x, ", ")"), ("-(", ")")] {
      let source = String(repeating: open, count: 127) + "1" + String(repeating: close, count: 127)
      let expression = try Expression(source + " == " + source)
      await onSmallStack { _ = expression.checked { _ in .dyn } }
    }
  }

  /// The suite asks for these at run time alone (`disable_check`): its own checker objects too.
  static let objectionable: Set = [
    "['one'] == [2, 3]", "false && 32", "'horses' && false", "true || 32",
  ]

  @Test(
    "no case of the suite that has a value has a problem", .enabled(if: Conformance.folder != nil))
  func conformance() throws {
    let found = try Conformance.cases().compactMap { _, testCase -> String? in
      guard testCase.data["error"]?.boolValue != true,
        let source = testCase.data["expr"]?.stringValue
      else { return nil }
      let bindings = testCase.data["bindings"]?.mapValue ?? [:]
      let problems = try Expression(source).checked { name in
        bindings[name].flatMap { try? TypedValue.decode($0) }.map(\.staticType)
      }.problems
      return problems.isEmpty ? nil : source
    }
    #expect(Set(found) == Self.objectionable)
  }
}
