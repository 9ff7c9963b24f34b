import CEL
import Testing
import Values

/// Where Google's engine and this one once gave different answers, or still do on purpose: see
/// `.ci/expressions/differential`.
@Suite("differences from another engine")
struct DifferentialTests {
  private static func value(_ source: String) throws -> Value {
    try Expression(source).evaluate(in: Scope())
  }

  @Test(
    "what once was wrong here is an error",
    arguments: [
      ("uint('-0')", .conversion(value: "-0", from: "string", to: "uint")),
      ("-7u", .noOverload(function: "-", arguments: ["uint"])),
      ("1u + -0u", .noOverload(function: "-", arguments: ["uint"])),
      ("uint('-5')", .conversion(value: "-5", from: "string", to: "uint")),
      ("'%.f'.format([1.0])", .format(.unknownClause("%.f"))),
      ("'%.'.format([1.0])", .format(.unfinishedClause)),
      ("duration('2540400h') + duration('2540400h')", .timeOutOfRange),
      ("duration('-2540400h') - duration('2540400h')", .timeOutOfRange),
    ] as [(String, EvaluationError.Kind)])
  func refused(_ source: String, _ kind: EvaluationError.Kind) {
    let error = #expect(throws: EvaluationError.self) { try Self.value(source) }
    #expect(error?.kind == kind)
  }

  @Test(
    "what once was refused here has a value",
    arguments: [
      ("duration('1.s') == duration('1s')", true), ("duration('1.h2.m') == duration('62m')", true),
      ("true ? (false ? 1 : 2) : 3", 2), ("true ? [false ? 1 : 2] : [3]", [2]),
      ("true ? 1 : false ? 2 : 3", 1), ("uint('+5')", .uint(5)), ("int('-0')", 0),
    ] as [(String, Value)])
  func accepted(_ source: String, _ expected: Value) throws {
    #expect(try Self.value(source) == expected)
  }

  @Test(
    "numbers are equal when they are the same number, though rounded they could be",
    arguments: [
      ("9007199254740993 == 9007199254740992.0", false),
      ("9223372036854775807 in [9223372036854775807.0]", false),
      ("18446744073709551615u == 18446744073709551616.0", false),
      ("9007199254740992 == 9007199254740992.0", true),
      // The specification's suite asks for an order that rounds.
      ("9223372036854775807 < 9223372036854775808.0", false),
    ] as [(String, Value)])
  func exactNumbers(_ source: String, _ expected: Value) throws {
    #expect(try Self.value(source) == expected)
  }

  @Test(
    "texts of numbers and times are the shortest that read back the same",
    arguments: [
      ("string(1e20)", "100000000000000000000"), ("string(1e21)", "1e+21"),
      ("string(123456789.125)", "123456789.125"), ("string(1e-7)", "0.0000001"),
      ("string(5e-324)", "5e-324"), ("string(0.0 / 0.0)", "NaN"),
      ("string(-1.0 / 0.0)", "-Infinity"),
      ("'%s'.format([1.7976931348623157e308])", "1.7976931348623157e+308"),
      ("'%d'.format([2.5])", "2.5"), ("string(duration('-1500ms'))", "-1.5s"),
      ("string(timestamp('2000-01-01T00:00:00.500Z'))", "2000-01-01T00:00:00.5Z"),
      ("'%s'.format([timestamp('0001-01-01T00:00:00Z')])", "0001-01-01T00:00:00Z"),
      ("'%s'.format([b'\\xff'])", "\u{FFFD}"),
    ])
  func shortestTexts(_ source: String, _ expected: String) throws {
    #expect(try Self.value(source) == .string(expected))
  }

  @Test(
    "conversions take no spaces and nothing that the specification does not name",
    arguments: [
      "int(' 1')", "uint('1 ')", "double('\\t1')", "int(true)", "base64.decode('YQ ==')",
      "timestamp(' 2024-02-29T12:34:56Z')", "timestamp('2024-02-29T23:59:60Z')",
      "timestamp('2024-02-29T23:59:59+08')", "timestamp('2024-2-29T23:59:59Z')",
      "timestamp(0).getHours('')", "timestamp(0).getHours('+24:00')", "'%f'.format(['Infinity'])",
      "'a'.matches('\\\\C')", "'ab'.matches('(?P<n>a)(?P<n>b)')",
    ])
  func strictConversions(_ source: String) {
    #expect(throws: EvaluationError.self) { try Self.value(source) }
  }

  @Test(
    "strings are counted in code points everywhere",
    arguments: [
      ("'a'.substring(0, 1)", "a"), ("'a😀b'.substring(1, 2)", "😀"),
      ("'a😀b'.matches('\\\\B')", false),
      ("''.split('')", []), ("''.split('', 3)", []), ("duration('1µs') == duration('1us')", true),
    ] as [(String, Value)])
  func codePoints(_ source: String, _ expected: Value) throws {
    #expect(try Self.value(source) == expected)
  }
}
