import Crypto
import Foundation
import MockKit
import Mocks
import Testing

@Suite struct ThemeTests {
  private static let path = "/api/staff/theme"
  private static let logo =
    #"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg>"#

  private func change(
    _ body: String, at version: Int, _ world: MockWorld,
    headers: [(String, String)] = [MockWorld.clerk]
  ) async throws -> Answer {
    try await world.visitor(.web).call(
      "PATCH", Self.path, body, headers: headers + [("if-match", "\"\(version)\"")])
  }

  private func theme(_ world: MockWorld, on side: ShopSide) async throws -> JSON {
    try await world.visitor(on: side).call("GET", "/api/theme").json
  }

  @Test("both platforms begin with the same look, and the logo is the one it names")
  func begins() async throws {
    try await MockWorld.run { world in
      let look = try await theme(world, on: .web)
      #expect(look["version"].int == 1 && look["primaryColor"].text == "#0a7d4f")
      #expect(try await theme(world, on: .mini) == look)
      for side in ShopSide.allCases {
        let logo = try await world.visitor(on: side).call("GET", look["logoPath"].text)
        #expect(logo.wire.header("content-type") == "image/svg+xml")
        let digest = SHA256.hash(data: logo.wire.body).map { String(format: "%02x", $0) }
        #expect(digest.joined() == look["logoSha256"].text, "\(side)")
        #expect(logo.wire.header("content-security-policy")?.contains("sandbox") == true)
        let tag = try #require(logo.wire.header("etag"))
        let again = try await world.visitor(on: side).call(
          "GET", look["logoPath"].text, headers: [("if-none-match", tag)])
        #expect(again.status == 304)
      }
    }
  }

  @Test("what the staff changes on the website reaches the mini-program, the logo's bytes, too")
  func changes() async throws {
    try await MockWorld.run { world in
      let before = try await theme(world, on: .web)
      let changed = try await change(
        ##"{"primaryColor":"#8a1c1c","cornerRadius":0,"logo":"\##(Self.logo)"}"##, at: 1, world)
      #expect(changed.status == 200 && changed.json["version"].int == 2)
      #expect(changed.json["textColor"] == before["textColor"])
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await theme(world, on: side) == changed.json, "\(side)")
        let logo = try await world.visitor(on: side).call("GET", "/api/theme/logo.svg")
        #expect(logo.text == Self.logo, "\(side)")
      }
      let tag = try await world.visitor(.mini).call("GET", "/api/theme").wire.header("etag")
      #expect(tag == "\"2\"")
    }
  }

  @Test(
    "a change that is none is not told; one of a stale version or a wrong value changes nothing")
  func refuses() async throws {
    try await MockWorld.run { world in
      let before = try await theme(world, on: .web)
      #expect(try await change(#"{"cornerRadius":10}"#, at: 1, world).json == before)
      for (body, version, outcome) in [
        (#"{"cornerRadius":1}"#, 7, "412 /problems/precondition-failed"),
        (#"{"cornerRadius":65}"#, 1, "422 /problems/invalid-request"),
        (#"{"primaryColor":"green"}"#, 1, "422 /problems/invalid-request"),
        (#"{"textColor":"\#u{ff03}1d2329"}"#, 1, "422 /problems/invalid-request"),
        (#"{"bodyFont":"x;}</style>"}"#, 1, "422 /problems/invalid-request"),
        (#"{"headingFont":""}"#, 1, "422 /problems/invalid-request"),
        (#"{"logo":"<script>1</script>"}"#, 1, "422 /problems/invalid-request"),
        ("{}", 1, "422 /problems/invalid-request"),
      ] {
        #expect(try await change(body, at: version, world).outcome == outcome, "\(body)")
      }
      let untagged = try await world.staff(
        on: .web, Self.path, #"{"cornerRadius":1}"#, method: "PATCH")
      #expect(untagged.outcome == "428 /problems/precondition-required")
      let stranger = try await change(#"{"cornerRadius":1}"#, at: 1, world, headers: [])
      #expect(stranger.outcome == "401 /problems/staff-only")
      let there = try await world.staff(
        on: .mini, Self.path, #"{"cornerRadius":1}"#, method: "PATCH")
      #expect(there.outcome == "404 /problems/unknown-route")
      #expect(try await theme(world, on: .web) == before)
      #expect(world.set.isQuiet)
    }
  }

  @Test("a look that comes late never replaces a newer one")
  func lateLook() async throws {
    try await MockWorld.run { world in
      let sender = LinkSender(world: world)
      for (id, version, radius) in [("evt_b", 5, 5), ("evt_a", 4, 4), ("evt_c", 6, 6)] {
        let body = LinkSender.event(
          id, "theme.changed",
          ##"{"primaryColor":"#000000","primaryColorDark":"#000000","textColor":"#000000","##
            + ##""backgroundColor":"#000000","cornerRadius":\##(radius),"bodyFont":"a","##
            + ##""headingFont":"b","logo":"<svg ></svg>","version":\##(version)}"##)
        #expect(try await sender.send(id, body).status == 204)
        let look = try await theme(world, on: .mini)
        #expect(
          look["cornerRadius"].int == max(5, radius) && look["version"].int == max(5, version))
      }
    }
  }

  @Test("the website's pages wear the look, light and dark")
  func isWorn() async throws {
    try await MockWorld.run { world in
      _ = try await change(
        ##"{"primaryColor":"#8a1c1c","primaryColorDark":"#ff9d8a","cornerRadius":3,"##
          + ##""headingFont":"Kaiti SC, serif"}"##, at: 1, world)
      let page = try await Browser(world).open("/")
      #expect(page.text.contains(#"<link rel="stylesheet" href="/theme.css">"#))
      let policy = try #require(page.wire.header("content-security-policy"))
      #expect(policy.contains("style-src 'self'") && policy.contains("img-src 'self'"))
      let sheet = try await Browser(world).open("/theme.css")
      #expect(sheet.wire.header("content-type") == "text/css; charset=utf-8")
      #expect(
        sheet.text.contains("--radius:3px") && sheet.text.contains("--heading:Kaiti SC, serif"))
      let (light, dark) = ("(prefers-color-scheme:light)", "(prefers-color-scheme:dark)")
      let parts = [light, dark].compactMap { sheet.text.range(of: $0) }
      #expect(parts.count == 2)
      #expect(sheet.text[parts[0].upperBound..<parts[1].lowerBound].contains("--brand:#8a1c1c"))
      #expect(sheet.text[parts[1].upperBound...].contains("--brand:#ff9d8a"))
      for variable in ["--radius", "--body", "--heading", "--brand", "--ink", "--ground"] {
        #expect(page.text.contains("var(\(variable))"), "\(variable)")
      }
    }
  }
}
