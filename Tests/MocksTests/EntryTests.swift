import Foundation
import MockKit
import Mocks
import Testing

@Suite struct EntryTests {
  private static let phone = "13912345678"
  private static let iPhone = (
    "user-agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Mobile/15E148"
  )
  private static let desktop = ("user-agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)")

  @Test("a link and a scheme carry the entry's key and product to the page")
  func links() async throws {
    try await MockWorld.run { world in
      for (kind, way, scene) in [("link", "link", 1194), ("scheme", "scheme", 1065)] {
        let key = try await world.entry(kind, sku: "cup-celadon")
        let entry = try await world.visitor(.web).call("GET", "/api/entries/\(key)").json
        let opened = try await world.open(way, entry["link"].text, phone: Self.phone).json
        #expect(opened["path"].text == "pages/index/index" && opened["scene"].int == scene)
        #expect(
          opened["params"] == .object(["entry": .text(key), "sku": .text("cup-celadon")]))
      }
    }
  }

  @Test("a code carries the entry's key, and its picture stays the same")
  func code() async throws {
    try await MockWorld.run { world in
      let key = try await world.entry("code")
      let picture = try await world.visitor(.web).call("GET", "/api/codes/\(key).jpg")
      #expect(picture.status == 200 && picture.wire.header("content-type") == "image/jpeg")
      let again = try await world.visitor(.web).call("GET", "/api/codes/\(key).jpg")
      #expect(again.wire.body == picture.wire.body)
      let opened = try await world.open(
        "picture", picture.wire.body.base64EncodedString(), phone: Self.phone
      ).json
      #expect(opened["params"]["scene"].text == key && opened["scene"].int == 1047)
      for missing in ["/api/codes/\(key)", "/api/codes/none.jpg"] {
        let answer = try await world.visitor(.web).call("GET", missing)
        #expect(answer.outcome == "404 /problems/entry-not-found")
      }
    }
  }

  @Test("a phone jumps where there is a link, everybody else gets a code")
  func devices() async throws {
    try await MockWorld.run { world in
      let key = try await world.entry()
      let entry = try await world.visitor(.web).call("GET", "/api/entries/\(key)").json
      let web = world.visitor(.web)
      let jump = try await web.call("GET", "/go/\(key)", headers: [Self.iPhone])
      #expect(jump.status == 303 && jump.wire.header("location") == entry["link"].text)
      #expect(jump.wire.header("vary") == "User-Agent")
      let code = try await world.entry("code")
      for (key, device) in [(key, Self.desktop), (code, Self.iPhone)] {
        let page = Page(try await web.call("GET", "/go/\(key)", headers: [device]).wire)
        #expect(page.status == 200)
        let source = try #require(page.attribute("src", of: "code")).split(separator: ",")
        let opened = try await world.open("picture", String(source[1]), phone: Self.phone).json
        #expect(opened["params"]["scene"].text == key)
      }
      let missing = try await Browser(world, languages: "zh-CN").open("/go/none")
      #expect(missing.status == 404 && missing.text.contains("入口不存在"))
    }
  }

  @Test("both platforms know which member came, by what, from where")
  func attribution() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let key = try await world.entry(sku: "cup-celadon", by: customer.web)
      let member = try await customer.web.member["memberId"].text
      let landed = try await customer.mini.land(#"{"entry":"\#(key)"}"#, scene: 1194)
      #expect(landed.status == 201 && landed.json["memberId"].text == member)
      #expect(landed.json["source"].text == "banner" && landed.json["channel"].text == "link")
      try await world.settle()
      let shown = try await world.visits(of: key, on: .web)
      #expect(shown == (try await world.visits(of: key, on: .mini)))
      #expect(shown["memberId"].text == member && shown["opens"].int == 1)
      #expect(shown["visits"][0]["memberId"].text == member)
      #expect(shown["visits"][0]["channel"].text == "link")
      let open = try await world.visitor(.web).call("GET", "/api/entries/\(key)")
      #expect(open.json["opens"].int == 1 && !open.text.contains(member))
      let stranger = try await world.visitor(.web).call("GET", "/api/staff/entries/\(key)")
      #expect(stranger.outcome == "401 /problems/staff-only")
    }
  }

  @Test("whoever registers after the visit is known to have come")
  func laterMember() async throws {
    try await MockWorld.run { world in
      let key = try await world.entry("code")
      let code = try await world.codes(Self.phone)["code"].text
      let landed = try await world.visitor(.mini).land(
        #"{"scene":"\#(key)"}"#, scene: 1047, code: code)
      #expect(landed.status == 201 && landed.json["memberId"] == .null)
      let visitor = try await world.register(Self.phone, on: .mini)
      let member = try await visitor.member["memberId"].text
      try await world.settle()
      for side in ShopSide.allCases {
        let visits = try await world.visits(of: key, on: side)["visits"]
        #expect(visits.list.map { $0["memberId"].text } == [member], "\(side)")
      }
    }
  }

  @Test("the mini-program asks the website for an entry that has not come yet")
  func early() async throws {
    try await MockWorld.run { world in
      world.set.setLink(LinkFaults(latency: .fixed(.seconds(60))), direction: .webToMini)
      let key = try await world.entry()
      let landed = try await world.visitor(.mini).land(#"{"entry":"\#(key)"}"#, scene: 1194)
      #expect(landed.status == 201)
      let none = try await world.visitor(.mini).land(#"{"entry":"none"}"#, scene: 1194)
      #expect(none.outcome == "404 /problems/entry-not-found")
    }
  }

  @Test(
    "a wrong entry is told with its field",
    arguments: [
      (#"{"kind":"link","page":"/pages/a","source":"banner"}"#, "`page`"),
      (#"{"kind":"link","page":"pages/a?x=1","source":"banner"}"#, "`page`"),
      (#"{"kind":"link","page":"pages/a","source":""}"#, "`source`"),
      (#"{"kind":"card","page":"pages/a","source":"banner"}"#, "`kind`"),
      (#"{"kind":"link","page":"pages/a","source":"banner","sku":"none"}"#, "`sku`"),
    ])
  func invalid(body: String, field: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.web).call("POST", "/api/entries", body)
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(answer.json["detail"].text.contains(field), "\(answer.text)")
      let landed = try await world.visitor(.mini).land("{}", scene: 1047)
      #expect(landed.json["detail"].text.contains("`params`"))
    }
  }

  @Test("what WeChat refuses is told, and a token that it no longer takes is fetched anew")
  func refusals() async throws {
    try await MockWorld.run { world in
      let path = "/wxa/getwxacodeunlimit"
      func outcome(_ errcode: Int) async throws -> Answer {
        _ = try await world.visitor(.wechat).call(
          "POST", "/_control/failures", #"{"path":"\#(path)","errcode":\#(errcode)}"#)
        return try await world.visitor(.web).call(
          "POST", "/api/entries", #"{"kind":"code","page":"pages/a","source":"banner"}"#)
      }
      #expect(try await outcome(41030).outcome == "422 /problems/page-not-published")
      let limited = try await outcome(45009)
      #expect(limited.outcome == "503 /problems/wechat-limit")
      #expect(limited.wire.header("retry-after") == "60")
      #expect(try await outcome(-1).outcome == "502 /problems/wechat-unavailable")
      #expect(try await outcome(40001).status == 201)
    }
  }
}
