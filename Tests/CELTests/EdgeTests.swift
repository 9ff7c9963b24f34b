import CEL
import Testing
import Values

/// Edges of the standard functions that examples seldom reach.
@Suite("edges of functions")
struct EdgeTests {
  private static let scope = Scope(variables: [
    "big": .uint(.max), "low": .int(.min), "tiny": .double(.leastNonzeroMagnitude),
  ])

  private static func value(_ source: String) throws -> Value {
    try Expression(source).evaluate(in: scope)
  }

  @Test(
    "base64 is read with and without padding and written with it",
    arguments: [
      ("base64.encode(b'')", ""), ("base64.encode(b'\\x00')", "AA=="),
      ("base64.encode(b'\\xfb\\xff')", "+/8="), ("base64.encode(bytes('中'))", "5Lit"),
      ("base64.decode('')", .bytes([])), ("base64.decode('AA')", .bytes([0])),
      ("base64.decode('AA==')", .bytes([0])), ("base64.decode('+/8=')", .bytes([0xFB, 0xFF])),
      ("base64.encode(base64.decode('aGVsbG8='))", "aGVsbG8="),
    ] as [(String, Value)])
  func base64(_ source: String, _ expected: Value) throws {
    #expect(try Self.value(source) == expected)
  }

  @Test(
    "what is no base64 is an error",
    arguments: ["A", "A===", "AA=", "-_8=", "A A=", "=", "AAAA=", "é"])
  func brokenBase64(_ text: String) {
    let error = #expect(throws: EvaluationError.self) { try Self.value("base64.decode('\(text)')") }
    #expect(error?.kind == .invalidBase64)
  }

  @Test(
    "quote writes a literal that reads back as the same text",
    arguments: ["", "a", "a\"b", "\\", "\n\t\r\u{7}\u{8}\u{B}\u{C}", "é中😀", "'", "\u{1}", "%s"])
  func quote(_ text: String) throws {
    let scope = Scope(variables: ["text": .string(text)])
    let quoted = try #require(
      try Expression("strings.quote(text)").evaluate(in: scope).stringValue)
    #expect(try Expression(quoted).evaluate(in: scope) == .string(text))
  }

  @Test(
    "format fills each clause",
    arguments: [
      ("'%%'.format([])", "%"), ("'100%% %s'.format(['x'])", "100% x"),
      ("'%s'.format([null])", "null"), ("'%s'.format([[1, 'a', [2.5]]])", "[1, a, [2.5]]"),
      ("'%s'.format([{'b': 1, 'a': true}])", "{a: true, b: 1}"),
      ("'%s'.format([duration('90s')])", "90s"), ("'%s'.format([type(1)])", "int"),
      ("'%d %d'.format([low, big])", "-9223372036854775808 18446744073709551615"),
      ("'%b'.format([low])", "-1" + String(repeating: "0", count: 63)),
      ("'%b %b'.format([true, 5u])", "1 101"), ("'%o'.format([8])", "10"),
      ("'%x %X'.format([-255, 255u])", "-ff FF"), ("'%x'.format(['é'])", "c3a9"),
      ("'%X'.format([b'\\x0a\\xff'])", "0AFF"), ("'%.0f %.0f'.format([0.5, 1.5])", "0 2"),
      ("'%f'.format([1])", "1.000000"), ("'%.3e'.format([12345.678])", "1.235e+04"),
      ("'%e'.format([0.0])", "0.000000e+00"), ("'%.1f'.format([-0.0])", "-0.0"),
      ("'%f %e'.format([1.0 / 0.0, 0.0 / 0.0])", "Infinity NaN"),
    ])
  func format(_ source: String, _ expected: String) throws {
    #expect(try Self.value(source) == .string(expected))
  }

  @Test(
    "format tells which clause is wrong",
    arguments: [
      ("'%d'.format(['1'])", .wrongType(clause: "%d", type: "string")),
      ("'%f'.format(['1'])", .wrongType(clause: "%f", type: "string")),
      ("'%o'.format([1.0])", .wrongType(clause: "%o", type: "double")),
      ("'%s %s'.format([1])", .missingArgument(index: 1)), ("'%'.format([1])", .unfinishedClause),
      ("'%q'.format([1])", .unknownClause("%q")), ("'%5d'.format([1])", .unknownClause("%5")),
      ("'%.101f'.format([1.0])", .precisionTooLarge(limit: 100)),
      ("'%.99999999999999999999f'.format([1.0])", .precisionTooLarge(limit: 100)),
    ] as [(String, EvaluationError.FormatProblem)])
  func formatErrors(_ source: String, _ problem: EvaluationError.FormatProblem) {
    let error = #expect(throws: EvaluationError.self) { try Self.value(source) }
    #expect(error?.kind == .format(problem))
  }

  @Test(
    "numbers keep to their range",
    arguments: [
      ("big + 1u", .overflow(operation: "+")), ("0u - 1u", .overflow(operation: "-")),
      ("big * 2u", .overflow(operation: "*")), ("-low", .overflow(operation: "-")),
      ("low / -1", .overflow(operation: "/")), ("low % -1", .overflow(operation: "%")),
      ("low - 1", .overflow(operation: "-")), ("1u % 0u", .divisionByZero(operation: "%")),
    ] as [(String, EvaluationError.Kind)])
  func overflow(_ source: String, _ kind: EvaluationError.Kind) {
    let error = #expect(throws: EvaluationError.self) { try Self.value(source) }
    #expect(error?.kind == kind)
  }

  @Test(
    "a conversion takes what fits and refuses the rest",
    arguments: [
      ("int(9223372036854774784.0)", 9_223_372_036_854_774_784), ("int(-0.9)", 0),
      ("uint(18446744073709549568.0)", .uint(18_446_744_073_709_549_568)),
      ("int(9223372036854775808.0)", nil), ("int(-9223372036854775808.0)", nil),
      ("uint(18446744073709551616.0)", nil), ("uint(-0.1)", nil), ("int(0.0 / 0.0)", nil),
      ("int(big)", nil), ("uint(low)", nil), ("int('9223372036854775808')", nil),
      ("int('1.0')", nil), ("int('')", nil), ("double('')", nil), ("double('1,5')", nil),
      ("double('-Infinity')", .double(-.infinity)), ("bool('yes')", nil), ("bool('True')", true),
      ("string(b'\\xff')", nil), ("double(big) == 18446744073709551616.0", true),
      ("tiny > 0.0 && tiny / 2.0 == 0.0", true), ("1.0 / 0.0 > 1.7e308", true),
      ("0.0 == -0.0", true), ("0.0 / 0.0 == 0.0 / 0.0", false),
      ("big == 18446744073709551615u", true),
      ("low < big && big > low", true), ("-1 < 0u", true), ("big > 9223372036854775807", true),
    ] as [(String, Value?)])
  func conversions(_ source: String, _ expected: Value?) {
    #expect((try? Self.value(source)) == expected)
  }

  @Test(
    "times keep to years 1 to 9999",
    arguments: [
      ("timestamp('0001-01-01T00:00:00Z') - duration('1ns')", nil),
      ("timestamp('9999-12-31T23:59:59.999999999Z') + duration('1ns')", nil),
      ("timestamp(253402300800)", nil), ("timestamp(-62135596801)", nil),
      ("int(timestamp('1969-12-31T23:59:59.5Z'))", -1),
      ("timestamp('1969-12-31T23:59:59.5Z').getMilliseconds()", 500),
      ("timestamp('2024-12-31T23:00:00Z').getDayOfYear('+08:00')", 0),
      ("timestamp('2024-03-10T09:59:59Z').getDayOfWeek()", 0),
      ("timestamp('2024-02-29T00:00:00+14:00') == timestamp('2024-02-28T10:00:00Z')", true),
      ("timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')", nil),
      ("duration('1.5s').getMilliseconds()", 500), ("duration('-90m').getHours()", -1),
      ("duration('90m').getMinutes()", 90), ("string(duration('-0.000000001s'))", "-0.000000001s"),
      ("duration('0') == duration('0s')", true), ("duration('1h') == duration('3600000ms')", true),
      ("duration('1d')", nil), ("duration('')", nil), ("duration('1')", nil),
      ("duration('h')", nil), ("timestamp('2024-02-30T00:00:00Z')", nil),
    ] as [(String, Value?)])
  func times(_ source: String, _ expected: Value?) {
    #expect((try? Self.value(source)) == expected)
  }
}
