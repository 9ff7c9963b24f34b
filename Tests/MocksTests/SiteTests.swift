import MockKit
import Mocks
import Testing

@Suite struct SiteTests {
  @Test("each platform tells its filing and its policy to everybody", arguments: ShopSide.allCases)
  func tells(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(on: side).call("GET", "/api/site")
      #expect(answer.status == 200)
      #expect(answer.json["filingNumber"].text.contains(/ICP备\d{8}号-\w+（模拟）/))
      #expect(!answer.json["privacy"].text.isEmpty && !answer.json["privacyEn"].text.isEmpty)
      #expect(answer.json["privacyUrl"].text == (side == .web ? "/privacy" : ""))
    }
  }

  @Test(
    "every page shows the filing and leads to the policy, which speaks the reader's language",
    arguments: [("en", "This shop is made up"), ("zh-CN", "本店为虚构的模拟商店")])
  func shows(language: String, policy: String) async throws {
    try await MockWorld.run { world in
      let browser = Browser(world, languages: language)
      for path in ["/", "/products", "/products/cup-celadon", "/login", "/register", "/nowhere"] {
        let page = try await browser.open(path)
        #expect(page.element("filing") == Site.of(.web).filingNumber, "\(path)")
        #expect(page.text.contains(#"<a href="/privacy" id="privacy">"#), "\(path)")
      }
      let page = try await browser.open("/privacy")
      #expect(page.status == 200 && page.element("policy")?.hasPrefix(policy) == true)
    }
  }

  @Test("the session's cookie is kept from scripts and other sites, and over plain http not Secure")
  func protects() async throws {
    try await MockWorld.run { world in
      let (_, answer) = try await world.tryToRegister("13912345678", on: .web)
      let cookie = try #require(answer.wire.header("set-cookie"))
      #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
    }
  }
}
