import MockKit
import Mocks
import Testing

@Suite struct WeChatConsentTests {
  private static let config = """
    apps:
      - appid: wx1
        secret: s1
        name: 示例
        subscriptions: strict
        pages: [pages/index/index]
        templates:
          - { id: ONCE, title: 发货通知, content: "商品:{{thing1.DATA}}\\n数量：{{number2.DATA}}", example: "商品:茶" }
          - { id: LONG, title: 提醒, content: "事项:{{thing1.DATA}}", type: 3 }
    """

  private func send(
    _ world: WeChatWorld, _ template: String = "ONCE", page: String = "pages/index/index?id=1"
  ) async throws -> Int? {
    try await world.code(
      "/cgi-bin/message/subscribe/send",
      #"{"touser":"\#(WeChatWorld.openid)","template_id":"\#(template)","page":"\#(page)","data":{"thing1":{"value":"龙井"},"number2":{"value":2}}}"#
    )
  }

  private func choose(_ world: WeChatWorld, _ more: String) async throws -> Int {
    try await world.control(
      "POST", "subscriptions", #"{"openid":"\#(WeChatWorld.openid)",\#(more)}"#
    ).status
  }

  @Test("where the app is strict, one acceptance is good for one message of that template")
  func once() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      #expect(try await send(world) == 43101)
      #expect(try await choose(world, #""accept":true,"templateId":"ONCE""#) == 204)
      #expect(try await send(world, "LONG") == 43101)
      #expect(try await send(world) == 0)
      #expect(try await send(world) == 43101)
      #expect(try await choose(world, #""accept":true,"templateId":"ONCE","times":2"#) == 204)
      #expect(try await choose(world, #""accept":true,"templateId":"ONCE""#) == 204)
      for code in [0, 0, 0, 43101] { #expect(try await send(world) == code) }
    }
  }

  @Test("a template for the long term is accepted once, and refused once")
  func long() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      _ = try await choose(world, #""accept":true,"templateId":"LONG""#)
      for _ in 1...3 { #expect(try await send(world, "LONG") == 0) }
      _ = try await choose(world, #""accept":false"#)
      #expect(try await send(world, "LONG") == 43101)
    }
  }

  @Test("where the app is not strict everybody takes all, until he says how many")
  func usual() async throws {
    try await WeChatWorld.run(Self.config.replacing("strict", with: "always")) {
      world async throws in
      for _ in 1...3 { #expect(try await send(world) == 0) }
      _ = try await choose(world, #""accept":true,"templateId":"ONCE","times":1"#)
      for code in [0, 43101] { #expect(try await send(world) == code) }
      _ = try await choose(world, #""accept":true"#)
      for _ in 1...2 { #expect(try await send(world) == 0) }
    }
  }

  @Test("a message stands on the phone as the person reads it, until the phone is emptied")
  func inbox() async throws {
    try await WeChatWorld.run(Self.config.replacing("strict", with: "always")) {
      world async throws in
      let openid = try await world.control("POST", "login-codes", #"{"phone":"13800000001"}"#)
        .json["openid"].text
      let body =
        #"{"touser":"\#(openid)","template_id":"ONCE","page":"pages/index/index?id=7","data":{"thing1":{"value":"龙井"},"number2":{"value":2}}}"#
      #expect(try await world.code("/cgi-bin/message/subscribe/send", body) == 0)
      for person in [openid, "13800000001"] {
        let items = try await world.control("GET", "devices/\(person)/inbox").json["items"]
        #expect(items.list.count == 1)
        #expect(items[0]["title"].text == "发货通知" && items[0]["from"].text == "示例")
        #expect(items[0]["lines"][0]["label"].text == "商品")
        #expect(items[0]["lines"][0]["value"].text == "龙井")
        #expect(items[0]["lines"][1]["label"].text == "数量")
        #expect(items[0]["lines"][1]["value"].text == "2")
        #expect(items[0]["page"].text == "pages/index/index?id=7")
      }
      #expect(try await world.control("DELETE", "devices/\(openid)/inbox").status == 204)
      let left = try await world.control("GET", "devices/\(openid)/inbox").json["items"]
      #expect(left == .list([]))
      #expect(try await world.control("GET", "messages").json["items"].list.count == 1)
    }
  }

  @Test("a page that was not published is no page, whatever its query")
  func pages() async throws {
    try await WeChatWorld.run(Self.config.replacing("strict", with: "always")) {
      world async throws in
      #expect(try await send(world, page: "pages/other?x=1") == 41030)
      #expect(try await send(world, page: "pages/index/index") == 0)
    }
  }

  @Test("the app's templates are told as they were written")
  func templates() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let answer = try await world.wechat.call(
        "GET", "/wxaapi/newtmpl/gettemplate?access_token=\(world.token())")
      #expect(
        answer.text.hasPrefix(
          #"{"errcode":0,"errmsg":"ok","data":[{"priTmplId":"ONCE","title":"发货通知","content":"商品:{{thing1.DATA}}\n"#
        ))
      #expect(answer.json["data"][1]["type"].int == 3)
    }
  }

  @Test("a template that no app has is not accepted, and the nearest one is named")
  func mistakes() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let answer = try await world.control(
        "POST", "subscriptions", #"{"openid":"o","accept":true,"templateId":"ONEC"}"#)
      #expect(answer.outcome == "422 /problems/unknown-template")
      #expect(answer.json["detail"].text.contains("did you mean ONCE?"))
    }
  }
}
