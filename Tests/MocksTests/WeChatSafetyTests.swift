import MockKit
import Mocks
import Testing

@Suite struct WeChatSafetyTests {
  private static let config = "apps: [{ appid: wx1, secret: s1 }]"
  private static let trigger = "特3456书yuuo莞6543李zxcz蒜7782法fgnv级"

  private func second(_ world: WeChatWorld, _ content: String) async throws -> Answer {
    try await world.wechat.call(
      "POST", "/wxa/msg_sec_check?access_token=\(world.token())",
      #"{"version":2,"scene":1,"openid":"\#(WeChatWorld.openid)","content":"\#(content)"}"#)
  }

  @Test("the first version calls the published text risky, the second one does not")
  func published() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      #expect(try await world.code("/wxa/msg_sec_check", #"{"content":"你好"}"#) == 0)
      #expect(
        try await world.code("/wxa/msg_sec_check", #"{"content":"a\#(Self.trigger)"}"#) == 87014)
      let answer = try await second(world, Self.trigger)
      #expect(answer.json["result"]["suggest"].text == "pass")
      #expect(answer.json["result"]["label"].int == 100)
      #expect(answer.json["detail"][0]["strategy"].text == "content_model")
      #expect(answer.json["trace_id"].text.contains(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/))
    }
  }

  @Test("a text is thought of as somebody said it should be")
  func verdicts() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let said = try await world.control(
        "POST", "verdicts", #"{"contains":"加微信","suggest":"risky","label":10001}"#)
      #expect(said.status == 204)
      let answer = try await second(world, "请加微信 abc").json
      #expect(answer["errcode"].int == 0 && answer["result"]["suggest"].text == "risky")
      #expect(answer["result"]["label"].int == 10001)
      #expect(answer["detail"][1]["keyword"].text == "加微信")
      #expect(try await world.code("/wxa/msg_sec_check", #"{"content":"加微信"}"#) == 87014)
      let wrong = try await world.control(
        "POST", "verdicts", #"{"contains":"x","suggest":"risky","label":7}"#)
      #expect(wrong.status == 422 && wrong.json["detail"].text.contains("20012"))
      try await world.control("DELETE", "verdicts")
      #expect(try await second(world, "加微信").json["result"]["suggest"].text == "pass")
    }
  }

  @Test("a picture passes, unless its name or its bytes were said to be risky")
  func pictures() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      func check(_ name: String) async throws -> Int? {
        try await world.code(
          "/wxa/img_sec_check",
          "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"\(name)\"\r\n\r\nPNG\r\n--b--\r\n"
        )
      }
      try await world.control("POST", "verdicts", #"{"contains":"bad.png","suggest":"risky"}"#)
      #expect(try await check("good.png") == 0)
      #expect(try await check("bad.png") == 87014)
      #expect(try await world.code("/wxa/img_sec_check", "x") == 41005)
    }
  }
}
