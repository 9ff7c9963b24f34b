import CEL
import LinkageFunctions
import Testing
import Values

@Suite("XPath")
struct XPathTests {
  private func ask(_ text: String, _ expression: String) throws -> [String] {
    let functions = HostFunctions.functions(seed: 1, name: "case")
    let scope = Scope(
      variables: ["text": .string(text), "path": .string(expression)], functions: functions)
    guard case .list(let list) = try Expression("xpath(text, path)").evaluate(in: scope) else {
      return []
    }
    return list.compactMap(\.stringValue)
  }

  private func problem(_ text: String, _ expression: String) -> String? {
    do {
      _ = try ask(text, expression)
      return nil
    } catch { return "\(error)" }
  }

  private static let page = """
    <!DOCTYPE html><html><head><meta charset=gbk><title>商城 &mdash; Shop</title></head><body>
    <h1>Points &amp; orders</h1><ul id=list><li class="a">1 &#20803;<li class=b>2&nbsp;&euro;</ul>
    <table><tr><td>x<td>y</table><a href="/p?a=1&amp;b=2">P</a><p>one<p>two<br>three</p>
    """

  @Test(
    "pages are read as browsers read them",
    arguments: [
      ("//title", ["商城 — Shop"]), ("//h1/text()", ["Points & orders"]),
      ("//li", ["1 元", "2\u{A0}€"]), ("//li[2]/@class", ["b"]), ("//a/@href", ["/p?a=1&b=2"]),
      ("//table/tbody/tr/td", ["x", "y"]), ("count(//p)", ["2"]), ("//p[2]", ["twothree"]),
      ("//ul[@id='list']/li[last()]", ["2\u{A0}€"]), ("//nothing", []),
      ("//li[contains(., '元')]/@class", ["a"]), ("boolean(//h1)", ["true"]),
      ("string(//h1)", ["Points & orders"]), ("//h1 | //title", ["商城 — Shop", "Points & orders"]),
      ("1 div 4", ["0.25"]), ("0 div 0", ["NaN"]), ("id('list')/li[1]", ["1 元"]),
      ("//li[position() = 1]/following-sibling::li", ["2\u{A0}€"]), ("1 = 1.0 and 2 > 1", ["true"]),
      ("//li/ancestor::*[1]/@id", ["list"]), ("normalize-space('  a  b ')", ["a b"]),
      ("sum(//td) != 1", ["true"]), ("//*[@href][self::a]", ["P"]),
      ("1000000 * 1000000", ["1000000000000"]),
      ("substring-after(//a/@href, '?')", ["a=1&b=2"]), ("translate('abc', 'ab', 'B')", ["Bc"]),
      ("//li[not(@class='a')]/@class", ["b"]), ("name(//ul/..)", ["body"]),
      ("-(1 + 2) * 2 mod 4", ["-2"]),
      ("//li[2]/preceding::h1", ["Points & orders"]),
      ("count(//td/ancestor-or-self::node())", ["8"]),
      ("substring('12345', 2, 3)", ["234"]), ("starts-with('ab', 'a')", ["true"]),
      ("string-length('元宝')", ["2"]),
      ("concat('a', 1, true())", ["a1true"]), ("round(2.5) + floor(-1.5) + ceiling(1.2)", ["3"]),
      ("(//li)[2]", ["2\u{A0}€"]), ("//li[1]/..//li[2]/@class", ["b"]), ("//comment()", []),
      ("//nothing < true()", ["true"]),
    ])
  func html(expression: String, strings: [String]) throws {
    #expect(try ask(Self.page, expression) == strings)
  }

  @Test("XML keeps its case, its namespaces and its CDATA")
  func xml() throws {
    #expect(
      try ask("<xml><Code><![CDATA[<OK> &amp;]]></Code></xml>", "/xml/Code") == ["<OK> &amp;"])
    let soap = """

      <?xml version="1.0" encoding="GBK"?><s:E xmlns:s="urn:s" xmlns="urn:d"><B>余额 &#x31;</B></s:E>
      """
    #expect(try ask(soap, "//*[local-name()='B']") == ["余额 1"])
    #expect(try ask(soap, "/s:E/*") == ["余额 1"])
    #expect(try ask(soap, "//B").isEmpty)
    #expect(try ask(soap, "namespace-uri(/*/*)") == ["urn:d"])
    #expect(
      try ask("<a><!--c--><?p x?></a>", "//comment() | //processing-instruction('p')") == [
        "c", "x",
      ])
  }

  @Test("a page that says it is XML and is not well-formed is HTML still")
  func xhtml() throws {
    #expect(try ask("<?xml version='1.0'?><html><p>a<br>b&nbsp;c</html>", "//p") == ["ab\u{A0}c"])
    #expect(try ask("<p>a<p>b", "//p") == ["a", "b"])
    #expect(try ask("", "//p").isEmpty)
    #expect(try ask("just words & more", "//body") == ["just words & more"])
  }

  @Test("broken XML says where it breaks")
  func brokenXML() throws {
    let words = try #require(problem("<?xml version='1.0'?>\n<a><b></a>", "//a"))
    #expect(words.contains("not well-formed, line 2"), "\(words)")
  }

  @Test(
    "a wrong expression says what is wrong",
    arguments: [
      ("//[", "invalid expression"), ("//li[", "`//li[`"), ("foo(1)", "no such function"),
      ("x:y", "prefix"), ("$a", "variable"), ("count(1)", "nodes"), ("'a", "does not end"),
      ("contains('a')", "arguments"), ("", "invalid expression"), ("//a)", "invalid expression"),
      ("child::child::a", "invalid expression"), ("1 +", "invalid expression"),
    ])
  func wrong(expression: String, words: String) throws {
    let found = try #require(problem(Self.page, expression))
    #expect(found.contains(words), "\(found)")
  }

  @Test(
    "declarations of entities are never followed",
    arguments: [
      """
      <?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>
      <l>&c;</l>
      """,
      "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>",
      "<!DOCTYPE l [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]><l/>",
      "<?xml version='1.0'?><!DOCTYPE l SYSTEM 'file:///etc/passwd'><l>&x;</l>",
    ])
  func entities(text: String) throws {
    let words = try #require(problem(text, "//l"))
    #expect(words.contains("declares") || words.contains("not defined"), "\(words)")
  }

  @Test("hostile texts and expressions end soon", arguments: Hostile.all)
  func hostile(_ hostile: Hostile) async {
    // Either way it ends; what it gives is checked elsewhere.
    _ = await onSmallStack { problem(hostile.text, hostile.expression) }
  }

  @Test("too much work is told as such")
  func tooMuchWork() throws {
    let words = try #require(problem(Hostile.flat, "count(//*[//* = //x])"))
    #expect(words.contains("too many steps"), "\(words)")
    #expect(try ask(Hostile.flat, "count(//p//text()/..)") == ["2000"])
  }
}

/// A text and an expression that a careless reader would not come back from.
struct Hostile: Sendable, CustomTestStringConvertible {
  var text: String
  var expression: String

  var testDescription: String { "\(expression.prefix(40)) in \(text.prefix(20))" }

  init(_ text: String, _ expression: String) {
    self.text = text
    self.expression = expression
  }

  static let flat = times(2000, "<p>a</p>")
  static let all: [Hostile] = texts + expressions

  private static let texts = [
    Hostile(times(20_000, "<b>"), "count(//b)"), Hostile(times(20_000, "<a>"), "count(//a)"),
    Hostile("<p " + times(20_000, "a ") + ">", "//@*"),
    Hostile("<p " + (0..<20_000).map { "a\($0) " }.joined() + ">", "//@*"),
    Hostile("<x " + (0..<20_000).map { "a\($0)='' " }.joined() + "/>", "count(//@*)"),
    Hostile("<i><div>" + times(500, "<b>") + times(20_000, "</i>"), "//i"),
    Hostile("<span><div>" + times(500, "<b>") + times(20_000, "</span>"), "//i"),
    Hostile(times(20_000, "<?x"), "//x"), Hostile(times(20_000, "<!--"), "//x"),
    Hostile(times(20_000, "<![CDATA["), "//x"), Hostile(times(20_000, "&#"), "//x"),
    Hostile("<a>" + times(20_000, "<!-- -- -->") + "</a>", "//x"),
    Hostile("<?xml version='1.0'?>" + times(10_000, "<a>"), "//x"),
  ]

  private static let expressions = [
    Hostile(flat, "count(//p/..)"), Hostile(flat, "count(//*//*)"),
    Hostile(flat, "count(//*[//* = //x])"), Hostile(flat, "//p[. < //p]"),
    Hostile(flat, "count(//*[contains(string(/), 'zz')])"),
    Hostile(flat, "count(//*[count(//*[count(//*) > 1]) > 1])"),
    Hostile(flat, "count(//p/following::p/preceding::p)"),
    Hostile("<a/>", times(2000, "(") + "1" + times(2000, ")")),
    Hostile("<a/>", times(1000, "a[") + "1" + times(1000, "]")),
    Hostile("<a/>", times(31, "not(") + "1" + times(31, ")")),
    Hostile("<a/>", times(31, "a[") + "1" + times(31, "]")),
    Hostile("<a/>", "1" + times(2000, "+1")), Hostile("<a/>", "a" + times(2000, "/a")),
    Hostile("<a/>", "1" + times(1000, "or 1")), Hostile("<a/>", "a" + times(2000, "|a")),
    Hostile("<a/>", times(4000, "-") + "1"), Hostile("<a/>", times(4000, "1")),
  ]

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }
}
