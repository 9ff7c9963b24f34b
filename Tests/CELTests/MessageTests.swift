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
      (
        .noSuchKey(key: "a", available: ["g", "f", "e", "d", "c", "b", "h"]),
        "there is no key \"a\", the map has \"g\", \"f\", \"e\", \"d\", \"c\", \"b\", …"
      ),
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
      ("a ＝＝ b", "`＝＝` is full-width: write `==`"),
      ("a ＝ b", "`＝` is full-width: write `==`"),
      ("a ！= b", "`！` is full-width: write `!`"),
      ("size（a）", "`（` is full-width: write `(`"),
      ("[1，2]", "`，` is full-width: write `,`"),
      ("a == ‘created’", "`‘` is full-width: write `'`"),
      ("a == “created”", "`“` is full-width: write `\"`"),
      ("a。b", "`。` is full-width: write `.`"),
      ("ａ１ + 1", "`ａ１` is full-width: write `a1`"),
      ("a\u{3000}+ 1", "this space is full-width: write a plain one"),
      ("积分 > 1", "unexpected character `积`"),
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

  @Test(
    "an error is told in Chinese as well",
    arguments: [
      ("regster.x", "没有名为 `regster` 的变量，是否想写 `register`？"),
      ("register.y", "没有键 \"y\"，该映射的键有 \"x\""),
      ("[1][3]", "下标 3 超出范围，该列表只有 1 个元素"),
      ("1 + 'a'", "`+` 不接受 (int, string)"),
      ("'a'.substring()", "`substring` 需要 1 或 2 个参数，而不是 0 个"),
      ("1 / 0", "`/` 的除数为零"),
      ("int('x')", "string `x` 无法转换为 int"),
      ("'x'.matches('(')", "`(` 不是有效的正则表达式：缺少 \")\""),
      ("'%d'.format([])", "format：缺少第 1 个值"),
      ("1 +", "表达式不完整，后面应为一个值"),
      ("[1 2]", "遇到 `2`，此处应为 \",\" 或 \"]\""),
      ("a = b", "`=` 应写作 `==`"),
      ("a ＝＝ b", "`＝＝` 是全角字符，请写 `==`"),
      ("size（a）", "`（` 是全角字符，请写 `(`"),
      ("a == ‘created’", "`‘` 是全角字符，请写 `'`"),
      ("a\u{3000}+ 1", "此处的空格是全角的，请改用半角空格"),
      ("A{}", "没有消息类型，因此 A{…} 没有意义"),
    ])
  func chinese(_ source: String, _ sentence: String) {
    let scope = Scope(variables: ["register": ["x": 1]])
    do {
      let value = try Expression(source).evaluate(in: scope)
      Issue.record("\(source) gives \(value)")
    } catch let error as EvaluationError {
      #expect(error.message(in: .chinese) == sentence)
    } catch {
      #expect((error as? ParseError)?.message(in: .chinese) == sentence)
    }
  }

  @Test(
    "a type problem is told in both languages",
    arguments: [
      ("x + 'a'", "`+` does not take (int, string)", "`+` 不接受 (int, string)"),
      (
        "x == 'a'", "`==` compares int with string, which are never equal",
        "`==` 比较的 int 与 string 永远不会相等"
      ),
      ("x in ['a']", "int is never in list(string)", "int 永远不会在 list(string) 之中"),
      ("x.y", "int has no fields, so not `y` either", "int 没有字段，因此也没有 `y`"),
      ("x ? 1 : 2", "`? :` takes bool, not int", "`? :` 需要 bool，而不是 int"),
    ])
  func typeProblem(_ source: String, _ english: String, _ chinese: String) throws {
    let problem = try #require(
      try Expression(source).checked { $0 == "x" ? .int : nil }.problems.first)
    #expect(problem.message(in: .english) == english)
    #expect(problem.message(in: .chinese) == chinese)
  }

  @Test("both languages tell the same words", arguments: Message.ID.allCases)
  func sameWords(_ id: Message.ID) {
    let marks = ["<0>", "<1>", "<2>"]
    let message = Message(id, marks.map { .text($0) })
    func told(_ language: MessageLanguage) -> [String] {
      marks.filter(message.text(in: language).contains)
    }
    #expect(told(.english) == told(.chinese))
    #expect(id == .expectedMark || message.text(in: .english) != message.text(in: .chinese))
  }

  @Test("a sentence that is stored is told again in either language")
  func stored() throws {
    let pattern = PatternError(pattern: "(", kind: .missingClosingParenthesis, offset: 0)
    let host = HostError(code: "no-match", message: "no match", chinese: "没有匹配")
    let kinds: [EvaluationError.Kind] = [
      .undeclared(name: "a", nearest: "b"),
      .argumentCount(function: "f", given: 3, allowed: [0, 1]),
      .invalidPattern(pattern), .host(function: "f", error: host), .tooManySteps(limit: 5),
    ]
    for kind in kinds {
      let sentence = EvaluationError(kind: kind, range: 0..<1).sentence
      let stored = try ValueEncoder().encode(sentence)
      let read = try ValueDecoder().decode(Message.self, from: try Value(json: stored.json()))
      #expect(read == sentence)
      #expect(
        read.text(in: .chinese) == EvaluationError(kind: kind, range: 0..<1).message(in: .chinese))
    }
    let sentence = EvaluationError(kind: kinds[2], range: 0..<1).sentence
    let json =
      #"{"id":"invalidPattern","arguments":["(",{"id":"patternMissing","arguments":[")"]}]}"#
    #expect(try ValueEncoder().encode(sentence).json() == json)
  }

  @Test("every text within a message can be masked")
  func masked() {
    let error = EvaluationError(
      kind: .conversion(value: "top secret", from: "string", to: "int"), range: 0..<1)
    let masked = error.sentence.mappingTexts { $0 == "top secret" ? "***" : $0 }
    #expect(masked.text(in: .english) == "the string `***` cannot become int")
    #expect(masked.text(in: .chinese) == "string `***` 无法转换为 int")
  }

  @Test("a host function's error without a Chinese sentence tells the English one")
  func hostSentence() {
    let error = HostError(code: "c", message: "no luck")
    let kind = EvaluationError.Kind.host(function: "f", error: error)
    #expect(EvaluationError(kind: kind, range: 0..<1).message(in: .chinese) == "f：no luck")
  }
}
