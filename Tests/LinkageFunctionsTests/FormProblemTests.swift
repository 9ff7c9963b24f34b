import LinkageCore
import LinkageFunctions
import Testing

@Suite("Forms that cannot be filled")
struct FormProblemTests {
  private static let two = """
    <form id=login action=/login><input name=user><input name=pass></form>
    <form action="/search"><input name=q><input name=user></form>
    """

  @Test(
    "a selector chooses a form",
    arguments: [
      "#login", "form#login", "FORM", "form[action='/login']", "[action=\"/login\"]",
      "[action^='/log']", "*#login.big.wide", ".wide", "[class~=big]", "//form[@id='login']",
      "(//form)[1]", "//input[@name='user']/ancestor::form", "[id=login][method]",
    ])
  func selectors(selector: String) throws {
    let page = "<form id=login class='big wide' method=get action=/login><input name=user></form>"
    #expect(try fill(page, selector: selector).lines == ["user="])
  }

  @Test("without a selector it is the only form that has all given fields")
  func fitting() throws {
    #expect(try fill(Self.two, ["pass": "x"]).lines == ["user=", "pass=x"])
    #expect(try fill(Self.two, ["user": "u", "q": "x"]).lines == ["q=x", "user=u"])
  }

  @Test("several forms that fit are listed by selectors that choose them")
  func several() throws {
    let problem = FormProblem.severalForms(known: ["form#login", "form[action=\"/search\"]"])
    #expect(throws: problem) { try fill(Self.two) }
    #expect(throws: problem) { try fill(Self.two, ["user": "x"]) }
    for selector in ["form#login", "form[action=\"/search\"]"] {
      #expect(try fill(Self.two, selector: selector).fields.count == 2)
    }
  }

  @Test("forms without a name of their own are counted")
  func counted() throws {
    let page = "<form></form><form><input name=a></form>"
    #expect(throws: FormProblem.severalForms(known: ["(//form)[1]", "(//form)[2]"])) {
      try fill(page)
    }
    #expect(try fill(page, selector: "(//form)[2]").lines == ["a="])
  }

  @Test("a page without a form, a form that is not there, a selector that is none")
  func noForm() {
    #expect(throws: FormProblem.noForm) { try fill("<p>Welcome!") }
    #expect(throws: FormProblem.noForm) { try fill("") }
    let known = ["form#login", "form[action=\"/search\"]"]
    #expect(throws: FormProblem.noSuchForm(selector: "#x", known: known)) {
      try fill(Self.two, selector: "#x")
    }
    #expect(throws: FormProblem.noSuchForm(selector: "//input", known: known)) {
      try fill(Self.two, selector: "//input")
    }
    for selector in ["div form", "form > p", "#", "[a", "[a=]", ":first", "", "a,b"] {
      #expect(throws: FormProblem.badSelector(selector: selector, detail: "")) {
        try fill(Self.two, selector: selector)
      }
    }
    #expect(throws: FormProblem.self) { try fill(Self.two, selector: "//form[") }
  }

  @Test("a field that is not there names the nearest one")
  func unknownField() {
    #expect(
      throws: FormProblem.unknownField(name: "usr", nearest: "user", known: ["user", "pass"])
    ) { try fill(Self.two, ["usr": "x"], selector: "#login") }
    #expect(
      throws: FormProblem.unknownField(name: "telephone", nearest: nil, known: ["user", "pass"])
    ) { try fill(Self.two, ["telephone": "x"], selector: "#login") }
  }

  @Test(
    "a value that cannot be chosen is refused with those that can",
    arguments: [
      ("<select name=a><option>x<option disabled>y</select>", ["x"]),
      ("<input type=radio name=a value=1><input type=radio name=a value=2>", ["1", "2"]),
      ("<input type=checkbox name=a value=1>", ["1"]),
      ("<button name=a value=1>x</button>", ["1"]),
    ])
  func unknownOption(html: String, known: [String]) {
    #expect(throws: FormProblem.unknownOption(field: "a", value: "y", known: known)) {
      try fill("<form>\(html)</form>", ["a": "y"])
    }
  }

  @Test("more values than controls are refused")
  func tooMany() {
    #expect(throws: FormProblem.tooManyValues(field: "a", given: 2, possible: 1)) {
      try fill("<form><input name=a>", name: "a", values: ["1", "2"])
    }
    #expect(throws: FormProblem.tooManyValues(field: "a", given: 2, possible: 1)) {
      try fill("<form><select name=a><option>1<option>2", name: "a", values: ["1", "2"])
    }
    #expect(throws: FormProblem.tooManyValues(field: "a", given: 2, possible: 1)) {
      try fill(
        "<form><input type=radio name=a value=1><input type=radio name=a value=2>", name: "a",
        values: ["1", "2"])
    }
  }

  @Test("disabled controls and files cannot be filled")
  func unfillable() {
    #expect(throws: FormProblem.disabledField(name: "a")) {
      try fill("<form><input name=a disabled>", ["a": "1"])
    }
    #expect(throws: FormProblem.fileField(name: "a")) {
      try fill("<form><input type=file name=a>", ["a": "x.png"])
    }
  }

  @Test(
    "an action that leads nowhere on the web is refused",
    arguments: ["javascript:void(0)", "mailto:a@b.c", "https://", "data:,x", "https:go"])
  func badAction(action: String) {
    #expect(throws: FormProblem.unusableAction(action: action)) {
      try fill("<form action='\(action)'>", page: "http://a/")
    }
  }

  @Test("a page that has no address of the web is refused")
  func badPage() {
    #expect(throws: FormProblem.badPage(url: "/x")) { try fill("<form>", page: "/x") }
  }

  @Test("an enormous page is refused")
  func tooLarge() {
    #expect(throws: FormProblem.tooLarge) { try fill(String(repeating: " ", count: 8 << 20 + 1)) }
  }
}
