import CEL
import LinkageCore
import LinkageFunctions
import Testing
import Values

/// Pages and expressions broken at random, the same ones in every run.
@Suite("Broken at random")
struct MarkupFuzzTests {
  private static let pages = [
    """
    <!DOCTYPE html><html><head><base href="/x/"><title>a &amp; b</title></head><body><form id=f
    action="?q=1" method=post><fieldset disabled><legend><input name=l></legend><input name=d>
    </fieldset><select name=s multiple><optgroup label=g><option selected>1<option value=2>two
    </select><textarea name=t>\nx&#20013;</textarea><input type=radio name=r value=1 checked>
    <button name=b value=1 formaction=//cdn/a>go</button></form><input form=f name=o></body></html>
    """,
    "<TABLE><FORM ACTION=a.php><TR><TD><INPUT NAME=a VALUE='1'><b><i>x</b></i><td><p>y<div></FORM>",
    "<?xml version='1.0'?><s:E xmlns:s='urn:s'><!--c--><a b='1&lt;'><![CDATA[x]]></a><?p q?></s:E>",
    "<svg><path d=1 /><title>t</title></svg><template><form></form></template><form><script><form>",
  ]
  private static let expressions = [
    "//form[@id='f']//input[position() mod 2 = 1]/@name | //option", "count(//*[. = //a]) + 1.5",
    "string(//td[last()]/preceding-sibling::*[1]/..)", "//s:E/*[local-name()='a']/@b",
    "substring-before(concat(normalize-space(//form), '-'), 'x')", "(//form)[1]/ancestor::node()",
  ]
  private static let pieces = [
    "<", ">", "</", "/>", "<!--", "-->", "&", "&#x", ";", "'", "\"", "=", "<form>", "</form>",
    "<table>", "<select>", "<option>", "<textarea>", "<template>", "</p>", "\u{0}", "中", "[", "]",
    "(", ")", "::", "//", "..", "@", "|", "*", " div ", "-", "1", "<![CDATA[", "<?", "\r",
  ]

  private struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private func mutated(_ text: String, _ random: inout Random) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...random.below(6) {
      let at = random.below(scalars.count + 1)
      switch random.below(3) {
      case 0: scalars.removeSubrange(at..<min(scalars.count, at + random.below(9)))
      case 1:
        let piece = Self.pieces[random.below(Self.pieces.count)]
        scalars.insert(contentsOf: piece.unicodeScalars, at: at)
      default:
        let end = min(scalars.count, at + random.below(60))
        scalars.insert(contentsOf: scalars[at..<end], at: random.below(scalars.count + 1))
      }
    }
    return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  @Test("a broken page gives a form that can be sent, or a problem, and the same one again")
  func forms() {
    var random = Random(state: 20_261_121)
    for round in 0..<400 {
      let page = mutated(Self.pages[round % Self.pages.count], &random)
      let one = Result { () throws(FormProblem) in
        try fill(page, selector: round % 3 == 0 ? "form" : nil)
      }
      let again = Result { () throws(FormProblem) in
        try fill(page, selector: round % 3 == 0 ? "form" : nil)
      }
      #expect(one == again)
      guard case .success(let form) = one else { continue }
      #expect(form.action.hasPrefix("http"), "\(form.action)")
      #expect(form.action.utf8.allSatisfy { $0 > 0x20 } && !form.action.contains("#"))
      let isClean = form.urlEncoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      #expect(isClean)
    }
  }

  @Test("a broken expression over a broken page gives texts or an error that has words")
  func queries() throws {
    var random = Random(state: 7)
    let functions = HostFunctions.functions(seed: 1, name: "case")
    let call = try Expression("xpath(text, path)")
    var results = 0
    for round in 0..<600 {
      let page = mutated(Self.pages[random.below(Self.pages.count)], &random)
      let plain = Self.expressions[round % Self.expressions.count]
      let path = round % 2 == 0 ? plain : mutated(plain, &random)
      let scope = Scope(
        variables: ["text": .string(page), "path": .string(path)], functions: functions)
      do {
        let value = try call.evaluate(in: scope)
        results += 1
        let list = try #require(value.listValue)
        #expect(list.allSatisfy { $0.stringValue != nil })
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
    #expect(results > 200)
  }
}
