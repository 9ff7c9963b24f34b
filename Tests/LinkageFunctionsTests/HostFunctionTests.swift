import CEL
import LinkageFunctions
import Testing
import Values

@Suite("Functions for expressions")
struct HostFunctionTests {
  private func evaluate(_ source: String, seed: UInt64 = 7, name: String = "case") throws -> Value {
    let functions = HostFunctions.functions(seed: seed, name: name)
    return try Expression(source).evaluate(in: Scope(functions: functions))
  }

  @Test(
    "made-up data has the shape that sites check",
    arguments: [
      ("fake.phone()", "^1[3-9][0-9]{9}$"), ("fake.email()", "^[a-z]+[0-9]{6}@example.com$"),
      ("fake.password()", "^Aa[A-Za-z2-9]{12}[0-9]!$"),
      ("fake.uuid()", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
      ("fake.word()", "^[a-z]{6}$"), ("fake.name()", "^.{2,3}$"),
    ])
  func shapes(source: String, pattern: String) throws {
    for seed in UInt64(0)..<20 {
      let text = try #require(evaluate(source, seed: seed).stringValue)
      #expect(try Pattern(pattern).matches(text), "\(text)")
    }
  }

  @Test("the same seed and case give the same, another case something else")
  func seeded() throws {
    #expect(try evaluate("fake.phone()") == evaluate("fake.phone()"))
    #expect(try evaluate("fake.phone()") != evaluate("fake.phone()", name: "other"))
    #expect(try evaluate("fake.phone()") != evaluate("fake.phone()", seed: 8))
  }

  @Test("two calls in a row differ")
  func sequence() throws {
    #expect(try evaluate("fake.phone() != fake.phone()") == .bool(true))
  }

  @Test(
    "money is exact",
    arguments: [
      ("money('£15.98')", Value.int(1598)), ("money('¥1,015.9')", .int(101_590)),
      ("money(15.98)", .int(1598)), ("money(15)", .int(1500)), ("money('-0.05')", .int(-5)),
      ("money('CNY 3')", .int(300)), ("decimal(1598)", .string("15.98")),
      ("decimal(-5)", .string("-0.05")), ("decimal(money('0.10'))", .string("0.10")),
    ])
  func money(source: String, value: Value) throws { #expect(try evaluate(source) == value) }

  @Test(
    "amounts are read in every common notation",
    arguments: [
      ("1.234,56 €", 123_456), ("1 234,56 €", 123_456), ("15,98", 1598), ("¥1,234", 123_400),
      ("￥１５．９８", 1598), ("15.98元", 1598), ("人民币 3", 300), ("1'234.50 CHF", 123_450),
      ("US$ 5", 500), ("HK$1,000.00", 100_000), ("R$ 1.234.567,89", 123_456_789),
      ("₹1,23,456.00", 12_345_600), ("JPY 1,234", 1234), ("1,234円", 1234), ("¥500 JPY", 500),
      ("₩12,000", 12_000), ("KWD 1.005", 1005), ("-¥5", -500), ("¥-5", -500), ("5.00-", -500),
      ("(5.00)", -500), ("\u{2212}5", -500), ("+5", 500), (".5", 50), ("5.", 500),
      ("15.9800", 1598), (" 7 ", 700), ("1,234,567", 123_456_700), ("0", 0), ("-0.00", 0),
      ("92233720368547758.07", Int64.max), ("0.10", 10), ("1.234.567", 123_456_700),
    ])
  func notations(text: String, amount: Int64) {
    #expect(Money.smallestUnit(.string(text)) == amount)
  }

  @Test(
    "what could be another amount is none",
    arguments: [
      "1,2,3", "12,34.5", "1.2.3", "1,234,56", "1.5k", "1.5万", "5%", "2 for 3", "--5", "-5-",
      "(-5)", "1e5", "abc 5", "92233720368547758.08", "1.234,567", "1,", ",5", "$", "5 $$$$$",
      "1 23", "12345,678", "EUR 5 abc", "",
    ])
  func ambiguous(text: String) {
    #expect(Money.smallestUnit(.string(text)) == nil)
  }

  @Test("an amount is written with the digits that were asked for")
  func digits() throws {
    #expect(try evaluate("decimal(1598, 0)") == .string("1598"))
    #expect(try evaluate("decimal(-5, 3)") == .string("-0.005"))
    #expect(try evaluate("decimal(-9223372036854775807 - 1)") == .string("-92233720368547758.08"))
    #expect(throws: EvaluationError.self) { try evaluate("decimal(1, -1)") }
    #expect(throws: EvaluationError.self) { try evaluate("decimal(1, 1000000)") }
  }

  @Test(
    "what is no amount of money is an error",
    arguments: ["money('1.005')", "money('free')", "money('')", "money(true)", "decimal('1')"])
  func notMoney(source: String) {
    #expect(throws: EvaluationError.self) { try evaluate(source) }
  }

  @Test("digests are those of the standards")
  func digests() throws {
    #expect(try evaluate("sha1('abc')") == .string("a9993e364706816aba3e25717850c26c9cd0d89d"))
    #expect(
      try evaluate("sha256('')")
        == .string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
    #expect(
      try evaluate("hmac('o0q0otL8aEzpcZL/FT9WsQ==', '{\"foo\":\"bar\"}')")
        == .string("654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b"))
  }

  @Test("messages are signed as Standard Webhooks has them")
  func webhooks() throws {
    let key = "base64.decode('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')"
    let content = "'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}'"
    #expect(
      try evaluate("base64.encode(hmacBytes(\(key), \(content)))")
        == .string("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="))
  }

  @Test(
    "a literal that can never be right is found before anything runs, in both languages",
    arguments: [
      (
        "x.extract('(')", "extract: `(` is no pattern: \")\" is missing",
        "extract：`(` 不是有效的正则表达式：缺少 \")\""
      ),
      (
        "x.extractAll('[')", "extractAll: `[` is no pattern: \"]\" is missing",
        "extractAll：`[` 不是有效的正则表达式：缺少 \"]\""
      ),
      (
        "xpath(x, '//*[@id=\"mid\"')",
        "xpath: invalid expression in XPath `//*[@id=\"mid\"`, at character 14",
        "xpath：XPath `//*[@id=\"mid\"` 的第 14 个字符处：表达式不正确"
      ),
      (
        "xpath(x, 'nope()')",
        "xpath: XPath 1.0 has no such function in XPath `nope()`, at character 1",
        "xpath：XPath `nope()` 的第 1 个字符处：XPath 1.0 中没有这个函数"
      ),
      ("money('free')", "money: \"free\" is no amount of money", "money：\"free\" 不是金额"),
    ])
  func literals(source: String, english: String, chinese: String) throws {
    let problems = try problems(source)
    #expect(problems.map { $0.message(in: .english) } == [english])
    #expect(problems.map { $0.message(in: .chinese) } == [chinese])
  }

  @Test(
    "what a document or a variable decides is left alone",
    arguments: [
      "xpath(x, '//soap:Body')", "xpath(x, x)", "xpath('', '//a')", "x.extract('a(b)')",
      "'('.extract('a')", "x.extract(x)", "money('¥1.50')", "money(x)",
    ])
  func leftAlone(source: String) throws { #expect(try problems(source) == []) }

  private func problems(_ source: String) throws -> [TypeProblem] {
    let functions = HostFunctions.functions(seed: 7, name: "case")
    return try Expression(source).checked(
      variables: { $0 == "x" ? .dyn : nil }, functions: functions
    ).problems
  }

  @Test(
    "what goes wrong is told in Chinese, too",
    arguments: [
      ("'a'.extract('b')", "extract：没有与 `b` 匹配的内容"), ("sha1(1)", "sha1：需要 string 或 bytes，而不是 int"),
      ("'a'.extract(1)", "extract：需要一个字符串和一个正则表达式"), ("decimal('1')", "decimal：需要 int，而不是 string"),
      ("decimal(1, 99)", "decimal：小数位数应在 0 到 18 之间，而不是 99"),
      ("xpath(1, 2)", "xpath：需要一段文本和一个 XPath 表达式，而不是 int 和 int"),
      ("xpath('<a/>', '//b:c')", "xpath：XPath `//b:c` 的第 3 个字符处：根元素没有声明该前缀（`local-name()` 不需要前缀）"),
      ("xpath('<a/>', 'count(1)')", "xpath：XPath `count(1)`：此处需要节点，给出的却不是"),
    ])
  func chinese(source: String, sentence: String) {
    let error = #expect(throws: EvaluationError.self) { try evaluate(source) }
    #expect(error?.message(in: .chinese) == sentence)
  }

  @Test("text is cut out by pattern")
  func extract() throws {
    #expect(try evaluate("'order no. 4711, 4712'.extract('no. ([0-9]+)')") == .string("4711"))
    #expect(
      try evaluate("'a1 b2'.extractAll('[a-z]([0-9])')") == .list([.string("1"), .string("2")]))
    #expect(throws: EvaluationError.self) { try evaluate("'abc'.extract('[0-9]')") }
  }
}
