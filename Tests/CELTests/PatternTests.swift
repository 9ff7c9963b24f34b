import CEL
import Testing

@Suite("patterns")
struct PatternTests {
  @Test(
    "a pattern finds the leftmost match and its groups",
    arguments: [
      ("abc", "xxabcxx", ["abc"]),
      ("a|ab", "ab", ["a"]),
      ("ab|a", "ab", ["ab"]),
      ("(a+)(b+)?", "xaac", ["aa", "aa", nil]),
      ("a*?b", "aaab", ["aaab"]),
      ("<(.+?)>", "<a><b>", ["<a>", "a"]),
      ("<(.+)>", "<a><b>", ["<a><b>", "a><b"]),
      ("(?P<key>\\w+)=(?<value>\\d*)", "id=42", ["id=42", "id", "42"]),
      ("(?:ab){2,3}", "abababab", ["ababab"]),
      ("x{2,}", "xxxx", ["xxxx"]),
      ("x{0}y", "xy", ["y"]),
      ("x{,2}", "x{,2}", ["x{,2}"]),
      ("^b", "a\nb", nil),
      ("(?m)^b$", "a\nb\nc", ["b"]),
      ("a.b", "a\nb", nil),
      ("(?s)a.b", "a\nb", ["a\nb"]),
      ("(?i)straße", "STRAßE", ["STRAßE"]),
      ("(?i)[k]", "\u{212A}", ["\u{212A}"]),
      ("(?i)[^k]", "K", nil),
      ("a(?i)b(?-i)c", "aBc", ["aBc"]),
      ("a(?i:b)c", "aBC", nil),
      ("[[:alpha:]]+", "12ab3", ["ab"]),
      ("[^\\d\\s]+", "1 é中", ["é中"]),
      ("\\p{Han}+", "abc中文", ["中文"]),
      ("\\pL+", "1äöü2", ["äöü"]),
      ("\\p{Lu}\\P{Lu}", "aBc", ["Bc"]),
      ("[]a]+", "]a]", ["]a]"]),
      ("[a\\-z]+", "a-z", ["a-z"]),
      ("\\bfoo\\b", "a foo.", ["foo"]),
      ("\\Boo", "foo", ["oo"]),
      ("\\Qa.b\\E+", "a.bb", ["a.bb"]),
      ("\\x41\\x{1F600}\\101", "A😀A", ["A😀A"]),
      ("\\Aab\\z", "ab", ["ab"]),
      ("(a|b)*", "abba", ["abba", "a"]),
      ("(|a)*", "aa", ["", ""]),
      ("(a*)*", "b", ["", ""]),
      ("(?U)a+", "aaa", ["a"]),
      ("(?U)a+?", "aaa", ["aaa"]),
      ("", "x", [""]),
      ("$", "ab", [""]),
      ("😀{2}", "😀😀", ["😀😀"]),
    ] as [(String, String, [String?]?)])
  func firstMatch(_ source: String, _ text: String, _ expected: [String?]?) throws {
    let match = try Pattern(source).firstMatch(in: text)
    #expect(match.map { [$0.text] + $0.captures.map { $0?.text } } == expected)
    #expect(try Pattern(source).matches(text) == (expected != nil))
  }

  @Test(
    "all matches follow each other without overlap",
    arguments: [
      ("a", "banana", ["a", "a", "a"]),
      ("an?", "banana", ["an", "an", "a"]),
      ("\\d*", "1a23", ["1", "23"]),
      ("x*", "é", ["", ""]),
      ("(?m)^.", "a\nb", ["a", "b"]),
      ("\\Aa", "aaa", ["a"]),
      ("b", "aaa", []),
    ])
  func allMatches(_ source: String, _ text: String, _ expected: [String]) throws {
    #expect(try Pattern(source).allMatches(in: text)?.map(\.text) == expected)
  }

  @Test("ranges count bytes of UTF-8")
  func ranges() throws {
    let match = try #require(try Pattern("(b)c").firstMatch(in: "é中bc"))
    #expect(match.range == 5..<7)
    #expect(match.captures[0]?.range == 5..<6)
  }

  @Test(
    "a malformed pattern tells why and where",
    arguments: [
      ("a(b", .missingClosingParenthesis, 1),
      ("a)b", .unexpectedClosingParenthesis, 1),
      ("é[a", .missingClosingBracket, 2),
      ("[z-a]", .invalidRange("z-a"), 1),
      ("\\y", .invalidEscape("\\y"), 0),
      ("\\1", .invalidEscape("\\1"), 0),
      ("a\\", .invalidEscape("\\"), 1),
      ("*a", .nothingToRepeat("*"), 0),
      ("(+)", .nothingToRepeat("+"), 1),
      ("a**", .invalidRepeat("**"), 1),
      ("a{2}{3}", .invalidRepeat("{2}{"), 1),
      ("a{3,2}", .invalidRepeat("{3,2}"), 1),
      ("a{1001}", .repeatTooLarge(limit: 1000), 1),
      ("(?=a)", .invalidGroup("(?="), 0),
      ("(?<n>a)(?<n>b)", .duplicateGroupName("n"), 7),
      ("\\p{Klingon}", .unknownClass("\\p{Klingon}"), 0),
      ("[[:nope:]]", .unknownClass("[:nope:]"), 1),
      ("((((a{100}){100}){100}){100})", .tooLarge(limit: 20_000), 0),
    ] as [(String, PatternError.Kind, Int)])
  func refuses(_ source: String, _ kind: PatternError.Kind, _ offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error == PatternError(pattern: source, kind: kind, offset: offset))
  }

  @Test(
    "a repetition of nothing does not hang",
    arguments: ["(a*)*b", "(a*){900}", "((a?){30}){30}", "(|){1000}"])
  func emptyRepetition(_ source: String) throws {
    #expect(try Pattern(source).matches("aaab"))
  }

  @Test("nesting fits a small stack")
  func nesting() async {
    let deep = String(repeating: "(", count: 40) + "a" + String(repeating: ")*", count: 40)
    let tooDeep = String(repeating: "(", count: 10_000)
    let matches = await onSmallStack { (try? Pattern(deep))?.matches("aa") }
    #expect(matches == true)
    let error = await onSmallStack { () -> PatternError.Kind? in
      do throws(PatternError) {
        _ = try Pattern(tooDeep)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(error == .nestingTooDeep(limit: 40))
  }

  /// A matcher that backtracks takes two to the power of the text's length.
  @Test(
    "time does not explode", arguments: ["(a+)+$", "(a|a)*c", "(a|aa)+$", "(.*)(.*)(.*)(.*)(.*)x"])
  func linear(_ source: String) throws {
    #expect(try !Pattern(source).matches(String(repeating: "a", count: 2000) + "b"))
  }

  @Test("finding every match of a hostile pattern ends", .timeLimit(.minutes(1)))
  func manyMatches() throws {
    let text = String(repeating: "ab", count: 30_000)
    #expect(try Pattern("(.*)(.*)(.*)(.*)x|a").allMatches(in: text) == nil)
  }
}
