import LinkageCore
import LinkageFunctions
import Testing

/// A form's content, what is given, and what it sends.
struct Filled: Sendable, CustomTestStringConvertible {
  var html: String
  var name: String?
  var values: [String] = []
  var lines: [String]

  var testDescription: String { "\(html) \(name ?? "") \(values)" }
}

@Suite("What a form sends")
struct FormEntryTests {
  @Test(
    "untouched controls send what they do in a browser",
    arguments: [
      Filled(html: "<input name=a value=1><input value=2><input name='' value=3>", lines: ["a=1"]),
      Filled(
        html: "<input name=a value=1 disabled><input name=b readonly value=2>", lines: ["b=2"]),
      Filled(
        html: """
          <fieldset disabled><legend><input name=a></legend><legend><input name=b></legend>
          <input name=c></fieldset><input name=d>
          """, lines: ["a=", "d="]),
      Filled(
        html: """
          <fieldset disabled><fieldset><legend><input name=a></legend></fieldset></fieldset>
          """, lines: []),
      Filled(html: "<input type=checkbox name=a><input type=radio name=b>", lines: []),
      Filled(
        html: """
          <input type=radio name=a value=1 checked><input type=radio name=a value=2 checked>
          """, lines: ["a=2"]),
      Filled(html: "<select name=a><option disabled>x<option>y<option>z</select>", lines: ["a=y"]),
      Filled(
        html: "<select name=a><option> x <b>y</b>\n z <option selected value=></select>",
        lines: ["a="]),
      Filled(html: "<select name=a><option>  x\n  y  </select>", lines: ["a=x y"]),
      Filled(html: "<select name=a size=3><option>x<option>y</select>", lines: []),
      Filled(
        html: "<select name=a><optgroup disabled><option>x</optgroup><option>y</select>",
        lines: ["a=y"]),
      Filled(
        html: "<select name=a multiple><option selected>x<option>y<option selected>z</select>",
        lines: ["a=x", "a=z"]),
      Filled(html: "<textarea name=a>\n\nx\ny</textarea>", lines: ["a=\r\nx\r\ny"]),
      Filled(html: "<textarea name=a>&lt;b&gt;</textarea>", lines: ["a=<b>"]),
      Filled(
        html: "<button type=button name=a>x</button><input type=reset name=b><button name=c>x",
        lines: ["c="]),
      Filled(
        html: "<input type=submit name=a value=1><input type=submit name=b value=2>",
        lines: ["a=1"]),
      Filled(
        html: "<input type=image name=go src=x><input name=a>", lines: ["go.x=0", "go.y=0", "a="]),
      Filled(html: "<datalist><option>x<input name=a></datalist><input name=b>", lines: ["b="]),
      Filled(html: "<input type=hidden name=_charset_ value=x>", lines: ["_charset_=UTF-8"]),
      Filled(
        html: "<input name=a value='x\ny'><input type=email name=b value=' e '>",
        lines: ["a=xy", "b=e"]),
      Filled(
        html: "<input type=range name=a><input type=color name=b>", lines: ["a=50", "b=#000000"]),
      Filled(html: "<input name=a dirname=a.dir value=x>", lines: ["a=x", "a.dir=ltr"]),
      Filled(html: "<input name=a NAME=b value=&copy=1&amp value2>", lines: ["a=&copy=1&"]),
      Filled(
        html: "<object name=o></object><output name=p>1</output><input name=a>", lines: ["a="]),
    ])
  func defaults(_ filled: Filled) throws {
    #expect(try fill("<form>\(filled.html)</form>").lines == filled.lines)
  }

  @Test(
    "given values go where a person would put them",
    arguments: [
      Filled(html: "<input name=a value=1>", name: "a", values: ["2"], lines: ["a=2"]),
      Filled(html: "<input type=hidden name=a value=1>", name: "a", values: ["2"], lines: ["a=2"]),
      Filled(
        html: "<input name=a><input name=a value=y>", name: "a", values: ["1"],
        lines: ["a=1", "a=y"]),
      Filled(
        html: "<input name=a><input name=a>", name: "a", values: ["1", "2"], lines: ["a=1", "a=2"]),
      Filled(html: "<input name=a value=1>", name: "a", values: [], lines: []),
      Filled(
        html: "<textarea name=a>x</textarea>", name: "a", values: ["p\nq\r\nr\rs"],
        lines: ["a=p\r\nq\r\nr\r\ns"]),
      Filled(html: "<input type=checkbox name=a checked>", name: "a", values: ["false"], lines: []),
      Filled(html: "<input type=checkbox name=a>", name: "a", values: ["true"], lines: ["a=on"]),
      Filled(
        html: "<input type=checkbox name=a value=true><input type=checkbox name=a value=x checked>",
        name: "a", values: ["true"], lines: ["a=true"]),
      Filled(
        html: """
          <input type=checkbox name=a value=1 checked><input type=checkbox name=a value=2>
          <input type=checkbox name=a value=3>
          """, name: "a", values: ["3", "2"], lines: ["a=2", "a=3"]),
      Filled(
        html: "<input type=radio name=a value=1 checked><input type=radio name=a value=2>",
        name: "a", values: ["2"], lines: ["a=2"]),
      Filled(
        html: "<select name=a><option value=1>One<option value=2>Two</select>", name: "a",
        values: ["2"], lines: ["a=2"]),
      Filled(
        html: "<select name=a><option value=1>One<option value=2>Two</select>", name: "a",
        values: ["Two"], lines: ["a=2"]),
      Filled(
        html: "<select name=a multiple><option selected>x<option>y<option>z</select>", name: "a",
        values: ["z", "y"], lines: ["a=y", "a=z"]),
      Filled(
        html: "<button name=do value=save>S</button><button name=do value=delete>D</button>",
        name: "do", values: ["delete"], lines: ["do=delete"]),
      Filled(
        html: "<input type=submit name=x value=1><button name=go value=g>G</button>", name: "go",
        values: ["true"], lines: ["go=g"]),
    ])
  func given(_ filled: Filled) throws {
    let form = try fill(
      "<form>\(filled.html)</form>", name: try #require(filled.name), values: filled.values)
    #expect(form.lines == filled.lines)
  }

  @Test("a control outside belongs to the form that it names, and only to it")
  func formAttribute() throws {
    let page = """
      <input name=a form=f><form id=f><input name=b><input name=c form=other></form>
      <form id=other></form><button form=f name=d value=1>x</button><input name=e form=none>
      """
    #expect(try fill(page, selector: "#f").lines == ["a=", "b=", "d=1"])
    #expect(try fill(page, selector: "#other").lines == ["c="])
  }

  @Test("a button's own action, method and encoding win")
  func button() throws {
    let form = try fill(
      """
      <form action=/a method=get><button name=x value=1>1</button><button name=x value=2
      formaction=/b formmethod=POST formenctype=multipart/form-data>2</button></form>
      """, ["x": "2"])
    #expect(form.action == "https://shop.example/b")
    #expect(form.method == .post)
    #expect(form.encoding == .multipart)
  }

  @Test(
    "an action is read against the page and its base",
    arguments: [
      ("", "", "https://shop.example/accounts/register/?next=1"),
      ("", "<base href=/x/>", "https://shop.example/accounts/register/?next=1"),
      ("action='  '", "", "https://shop.example/accounts/register/?next=1"),
      ("action='?a=b'", "", "https://shop.example/accounts/register/?a=b"),
      ("action='#top'", "", "https://shop.example/accounts/register/?next=1"),
      ("action=go", "", "https://shop.example/accounts/register/go"),
      ("action=./go/.", "", "https://shop.example/accounts/register/go/"),
      ("action=../../../go", "", "https://shop.example/go"),
      ("action=/go?x#y", "", "https://shop.example/go?x"),
      ("action=//cdn.example:8443", "", "https://cdn.example:8443/"),
      ("action=http://Other.example/a", "", "http://Other.example/a"),
      ("action='\\go\\on'", "", "https://shop.example/go/on"),
      ("action='a b\nc'", "", "https://shop.example/accounts/register/a%20bc"),
      ("action=go", "<base href=/x/y>", "https://shop.example/x/go"),
      ("action=go", "<base href=//cdn/z/><base href=/no/>", "https://cdn/z/go"),
      ("action=go", "<base target=_top>", "https://shop.example/accounts/register/go"),
      ("action=%e4?b=%2F", "", "https://shop.example/accounts/register/%e4?b=%2F"),
    ])
  func actions(attribute: String, base: String, url: String) throws {
    #expect(try fill("\(base)<form method=post \(attribute)>").action == url)
  }

  @Test("a form that gets replaces the query by its fields")
  func get() throws {
    let form = try fill("<form action='/s?old=1#x'><input name=q></form>", ["q": "a b&c=中*"])
    #expect(form.method == .get)
    #expect(form.action == "https://shop.example/s")
    #expect(form.urlEncoded == "q=a+b%26c%3D%E4%B8%AD*")
  }

  @Test("as plain text nothing is escaped")
  func plainText() throws {
    let form = try fill("<form enctype=text/plain><input name=a value='1&2'><input name=b>")
    #expect(form.encoding == .text)
    #expect(form.plainText == "a=1&2\r\nb=\r\n")
  }
}
