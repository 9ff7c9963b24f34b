import CEL
import Testing
import Values

@Suite("messages")
struct MessageTests {
  @Test(
    "an evaluation error says what was found and what could have been",
    arguments: [
      (
        .undeclared(name: "regster", nearest: "register"),
        "there is no name `regster`, did you mean `register`?"
      ),
      (.unknownFunction(name: "f", nearest: nil), "there is no function `f`"),
      (.noSuchKey(key: "a", available: ["b", 1]), "there is no key \"a\", the map has \"b\", 1"),
      (.noSuchKey(key: "a", available: []), "there is no key \"a\", the map is empty"),
      (.noSuchField(field: "x", type: "null_type"), "null_type has no fields, so not `x` either"),
      (.indexOutOfRange(index: 3, count: 1), "index 3 is out of range, the list has 1 element"),
      (
        .noOverload(function: "+", arguments: ["int", "string"]), "`+` does not take (int, string)"
      ),
      (
        .argumentCount(function: "f", given: 3, allowed: [0, 1]),
        "`f` takes 0 or 1 arguments, not 3"
      ),
      (.notBool(operation: "&&", type: "int"), "`&&` takes bool, not int"),
      (.notIterable(macro: "all", type: "int"), "`all` goes over a list or map, not int"),
      (.divisionByZero(operation: "/"), "`/` by zero"),
      (.overflow(operation: "+"), "the result of `+` does not fit 64 bits"),
      (.conversion(value: "x", from: "string", to: "int"), "the string `x` cannot become int"),
      (.duplicateKey("a"), "the key \"a\" stands in the map twice"),
      (.unsupportedKey(type: "list"), "list cannot be a key, only bool, int, uint and string can"),
      (.timeOutOfRange, "the time is out of range"),
      (.unknownTimeZone("X"), "there is no time zone `X`"),
      (.invalidBase64, "the text is no base64"),
      (.format(.missingArgument(index: 0)), "format: there is no value number 1"),
      (
        .format(.wrongType(clause: "%d", type: "null_type")), "format: `%d` does not take null_type"
      ),
      (.argumentOutOfRange(function: "substring", value: 9), "`substring`: 9 is out of range"),
      (.host(function: "f", error: HostError(code: "c", message: "no luck")), "f: no luck"),
      (.tooManySteps(limit: 5), "evaluation takes more than 5 steps"),
      (.outputTooLarge(limit: 5), "evaluation builds more than 5 bytes"),
    ] as [(EvaluationError.Kind, String)])
  func evaluationError(_ kind: EvaluationError.Kind, _ message: String) {
    #expect(EvaluationError(kind: kind, range: 0..<1).message == message)
  }

  @Test(
    "a parse error says what was found and what was expected",
    arguments: [
      ("1 +", "the expression ends too early, expected a value"),
      ("a b", "found `b`, expected an operator or the end"),
      ("[1 2]", "found `2`, expected \",\" or \"]\""),
      ("a = b", "`=` is written `==`"),
      ("a $ b", "unexpected character `$`"),
      ("'a", "the closing quote is missing"),
      ("'\\q'", "`\\q` is no escape sequence"),
      ("'\\uDC00'", "the escape sequence names no Unicode character"),
      ("1x", "`1x` is no number"),
      ("99999999999999999999", "the number 99999999999999999999 does not fit 64 bits"),
      ("let", "`let` is a reserved word and cannot be a name"),
      ("has(1)", "`has` is used as has(value.field)"),
      ("A{}", "there are no message types, so A{…} has no meaning"),
    ])
  func parseError(_ source: String, _ message: String) {
    let error = #expect(throws: ParseError.self) { try Expression(source) }
    #expect(error?.message == message)
  }

  @Test("an invalid pattern is quoted with what is wrong in it")
  func patternError() {
    let error = #expect(throws: EvaluationError.self) {
      try Expression("'x'.matches('(')").evaluate(in: Scope())
    }
    #expect(error?.message == "`(` is no pattern: \")\" is missing")
  }
}
