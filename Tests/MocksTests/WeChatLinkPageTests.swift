import Foundation
import MockKit
import Mocks
import Testing

/// Where a browser lands that opens a URL link or the text of a code.
@Suite struct WeChatLinkPageTests {
  private static let phone = [("user-agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)")]

  @Test("a phone goes on to WeChat, with what was added to the link")
  func phone() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let ticket = try await maker.link("pages/a", query: "x=%3Cb%3E").suffix(11)
      let page = try await maker.wechat.call(
        "GET", "/t/\(ticket)?cq=y%3D2", headers: Self.phone)
      #expect(page.status == 200 && page.wire.header("content-type") == "text/html; charset=utf-8")
      #expect(page.text.contains(#"href="weixin://dl/business/?t=\#(ticket)&amp;cq=y%3D2""#))
      #expect(page.text.contains("location.href") && !page.text.contains(#"id="code""#))
      #expect(page.text.contains(#"<dd id="query">x=%3Cb%3E&amp;y=2</dd>"#))
      let opened = try await maker.open("scheme", "weixin://dl/business/?t=\(ticket)&cq=y%3D2")
      #expect(opened.json["params"]["y"].text == "2")
    }
  }

  @Test(
    "a computer shows a code that leads a phone to the same page",
    .enabled(if: Scanner.program != nil, "zbarimg is not installed"))
  func computer() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let ticket = try await maker.link("pages/a", query: "x=1").suffix(11)
      let page = try await maker.wechat.call("GET", "/t/\(ticket)?cq=y%3D2")
      #expect(!page.text.contains("<script>"))
      let source = try #require(page.text.firstMatch(of: /base64,([^"]+)"/)).1
      let text = try await Scanner.read(try #require(Data(base64Encoded: String(source))))
      #expect(try await maker.open("link", text).json["query"].text == "x=1&y=2")
    }
  }

  @Test("what does not open says so, with the problem's status")
  func problems() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let ticket = try await maker.link("a", query: "").suffix(11)
      world.set.clock.advance(by: .seconds(31 * 86_400))
      let gone = try await maker.wechat.call("GET", "/t/\(ticket)")
      #expect(gone.status == 410 && gone.text.contains(#"data-type="/problems/link-expired""#))
      #expect(try await maker.wechat.call("GET", "/t/none").status == 404)
      let broken = try await maker.wechat.call("GET", "/c?path=%3Cscript%3E")
      #expect(broken.status == 422 && !broken.text.contains("<script>"))
    }
  }
}
