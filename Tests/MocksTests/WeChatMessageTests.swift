import MockKit
import Testing

@Suite struct WeChatMessageTests {
  private static let template = "Lk0rDer5tAtU5-n0t1f1cAt10n_TeMpLaTe-0o1A2b3"
  private static let data =
    #"{"character_string1":{"value":"W1"},"phrase2":{"value":"已支付"},"amount3":{"value":"¥1.00"},"time4":{"value":"2026-11-21 20:00"}}"#

  private func send(_ world: MockWorld, _ body: String) async throws -> Answer {
    let wechat = world.visitor(.wechat)
    let token = try await wechat.call(
      "GET", "/cgi-bin/token?grant_type=client_credential&\(WeChatTests.app)"
    )
    .json["access_token"].text
    return try await wechat.call(
      "POST", "/cgi-bin/message/subscribe/send?access_token=\(token)", body)
  }

  @Test("a message arrives with its number, beyond what a double holds")
  func arrives() async throws {
    try await MockWorld.run { world in
      let answer = try await send(
        world,
        #"{"touser":"oAbcdefghijklmnopqrstuvwxyz1","template_id":"\#(Self.template)","page":"p","data":\#(Self.data),"lang":"zh_CN"}"#
      )
      #expect(answer.status == 200)
      #expect(answer.text == #"{"errcode":0,"errmsg":"ok","msgid":3395159288267931649}"#)
      #expect(
        answer.wire.header("content-type") == "application/json; encoding=utf-8")
      let inbox = try await world.visitor(.wechat).call(
        "GET", "/_control/messages?openid=oAbcdefghijklmnopqrstuvwxyz1"
      )
      .json
      #expect(inbox["items"][0]["templateId"].text == Self.template)
      #expect(inbox["items"][0]["data"]["phrase2"].text == "已支付")
      let others = try await world.visitor(.wechat).call("GET", "/_control/messages?openid=x").json
      #expect(others["items"] == .list([]))
    }
  }

  @Test(
    "every mistake in a message has the platform's number and words",
    arguments: [
      (#"{"template_id":"T","data":D}"#, 40003, "invalid openid rid: "),
      (#"{"touser":"nobody","template_id":"T","data":D}"#, 40003, "invalid openid rid: "),
      (
        #"{"touser":"U","template_id":"T","data":D,"lang":"fr"}"#, 47003,
        "argument invalid! lang invalid rid: "
      ),
      (
        #"{"touser":"U","template_id":"T","data":D,"miniprogram_state":"x"}"#, 47003,
        "argument invalid! miniprogram_state invalid rid: "
      ),
      (#"{"touser":"U","template_id":"x","data":D}"#, 40037, "invalid template_id rid: "),
      (
        #"{"touser":"U","template_id":"T","data":"D in a string"}"#, 47003,
        "argument invalid! data.character_string1.value is empty rid: "
      ),
      (
        #"{"touser":"U","template_id":"T","data":{"character_string1":{"value":"W1"},"phrase2":{"value":"超过五个汉字了"}}}"#,
        47003, "argument invalid! data.phrase2.value invalid rid: "
      ),
      ("{", 47001, "data format error rid: "), ("", 44002, "empty post data rid: "),
    ])
  func mistakes(body: String, code: Int, text: String) async throws {
    try await MockWorld.run { world in
      let filled = body.replacing(
        #""U""#, with: #""oAbcdefghijklmnopqrstuvwxyz1""#
      ).replacing(#""T""#, with: "\"\(Self.template)\"").replacing(
        ":D", with: ":\(Self.data)")
      let answer = try await send(world, filled)
      #expect(answer.status == 200 && answer.json["errcode"].int == code)
      #expect(answer.json["errmsg"].text.hasPrefix(text))
    }
  }

  @Test("without a living token nothing is sent")
  func token() async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.wechat).call(
        "POST", "/cgi-bin/message/subscribe/send?access_token=x", "{}")
      #expect(answer.json["errcode"].int == 40001)
    }
  }
}
