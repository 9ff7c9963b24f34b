import Foundation
import MockKit
import MockWebsite
import Mocks
import Testing

@Suite struct WebsitePageTests {
  static let person = ["phone": "13912345678", "name": "王芳", "password": "secret-1"]

  @Test("a person registers, sees the account, logs out and in again, all through forms")
  func comesAndGoes() async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      let registered = try await browser.submit("register", of: "/register", Self.person)
      #expect(registered.status == 303 && registered.location == "/account")
      let account = try await browser.open("/account")
      #expect(account.element("member-phone") == "13912345678")
      #expect(account.element("member-name") == "王芳")
      #expect(account.attribute("data-level", of: "level") == "bronze")
      let member = try #require(account.element("member-id"))
      #expect(try await browser.submit("logout", of: "/").location == "/")
      let barred = try await browser.open("/account")
      #expect(barred.status == 303 && barred.location == "/login?next=%2Faccount")
      let back = try await browser.submit(
        "login", of: "/login?next=%2Forders", ["phone": "13912345678", "password": "secret-1"])
      #expect(back.status == 303 && back.location == "/orders")
      #expect(try await browser.open("/account").element("member-id") == member)
      let api = try await world.logIn("13912345678", on: .web).answer
      #expect(api.json["memberId"].text == member)
    }
  }

  @Test("a refused form is shown again with the reason and what was typed, but no password")
  func refuses() async throws {
    try await MockWorld.run { world in
      _ = try await world.register("13912345678", on: .web)
      let browser = Browser(world)
      let taken = try await browser.submit("register", of: "/register", Self.person)
      #expect(taken.status == 409)
      #expect(taken.attribute("data-type", of: "problem") == "/problems/phone-taken")
      #expect(taken.text.contains("The phone number is taken."))
      #expect(taken.form("register")?.fields["phone"] == "13912345678")
      #expect(taken.form("register")?.fields["password"] == "")
      #expect(!taken.text.contains("secret-1"))
      let login = try await browser.submit(
        "login", of: "/login", ["phone": "13912345678", "password": "wrong-1"])
      #expect(login.status == 401 && browser.cookie("sid") == nil)
      #expect(login.attribute("data-type", of: "problem") == "/problems/bad-credentials")
    }
  }

  @Test("a form that another site made is refused and changes nothing")
  func wantsToken() async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      try await browser.submit("register", of: "/register", Self.person)
      let other = Browser(world)
      let stolen = try await other.open("/login").form("login")?.fields["csrf"] ?? ""
      for token in ["", "0", stolen] {
        let refused = try await browser.post(
          "/points/earn", ["csrf": token, "amount": "5", "reason": "x"])
        #expect(refused.status == 403 && refused.text.contains("The form has expired."))
      }
      #expect(try await browser.open("/points").element("balance") == "0")
      let earned = try await browser.submit("earn", of: "/points", ["amount": "5", "reason": "x"])
      #expect(earned.status == 303)
      #expect(try await browser.open("/points").element("balance") == "5")
    }
  }

  @Test("what members write is shown as text, never as markup")
  func escapes() async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      var person = Self.person
      person["name"] = #"<script>alert("1")</script>"#
      try await browser.submit("register", of: "/register", person)
      let page = try await browser.open("/account")
      #expect(!page.text.contains("<script>"))
      #expect(page.text.contains("&lt;script&gt;"))
    }
  }

  @Test(
    "after the log-in nobody is sent to another site",
    arguments: [
      "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=1", "",
    ])
  func staysHere(next: String) async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      try await browser.submit("register", of: "/register", Self.person)
      let back = try await browser.submit(
        "login", of: "/login",
        ["phone": "13912345678", "password": "secret-1", "next": next])
      #expect(back.status == 303 && back.location == "/account")
      #expect(browser.cookie("x") == nil)
    }
  }

  @Test("pages speak the language that was chosen, else the browser's")
  func speaks() async throws {
    try await MockWorld.run { world in
      let chinese = Browser(world, languages: "fr, zh-CN;q=0.9, en;q=0.8")
      let french = Browser(world, languages: "fr")
      let titles = [
        try await title(chinese, "/login"), try await title(french, "/login"),
        try await title(chinese, "/login?lang=en"), try await title(chinese, "/register"),
      ]
      #expect(titles == ["登录", "Log in", "Log in", "Register"])
    }
  }

  private func title(_ browser: Browser, _ path: String) async throws -> String {
    let text = try await browser.open(path).text
    return String(text.firstMatch(of: /<h1>(.*?)<\/h1>/)?.1 ?? "")
  }

  @Test("both languages have the same words, and templates use no others")
  func knowsWords() throws {
    let (english, chinese) = (PageWords.english.texts, PageWords.chinese.texts)
    #expect(Set(english.keys) == Set(chinese.keys))
    let used = PageTemplates.all.values.flatMap { template in
      template.matches(of: /{{w\.([^}]*)}}/).map { String($0.1) }
    }
    #expect(Set(used).subtracting(english.keys) == [])
    #expect(used.count > 80)
  }

  @Test("a page loads nothing from elsewhere", arguments: ["/", "/login", "/register"])
  func isOffline(path: String) async throws {
    try await MockWorld.run { world in
      let page = try await Browser(world).open(path)
      #expect(page.status == 200 && page.text.contains("</html>"))
      #expect(!page.text.contains("src=") && !page.text.contains("://"))
      let policy = try #require(page.wire.header("content-security-policy"))
      #expect(policy.hasPrefix("default-src 'none'"))
    }
  }

  @Test("a browser gets a page where there is none, and leads back from where a form was sent")
  func leadsBack() async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      let missing = try await browser.open("/nope")
      #expect(missing.status == 404 && missing.text.contains("There is no such page."))
      #expect(try await browser.open("/points/spend").location == "/points")
      #expect(try await browser.open("/orders/W1/after-sales").location == "/orders/W1")
      let program = try await world.visitor(.web).call("GET", "/nope")
      #expect(program.outcome == "404 /problems/unknown-route")
    }
  }

  @Test("the forms of a page that tells of a missing one are good, too")
  func sendsFromMissing() async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      try await browser.submit("register", of: "/register", Self.person)
      let left = try await browser.submit("logout", of: "/nope")
      #expect(left.status == 303 && browser.cookie("sid") == nil)
    }
  }
}
