import Foundation
import MockKit
import Mocks
import Testing

@Suite struct WeChatServiceTests {
  private func send(_ world: MockWorld, _ body: String) async throws -> Answer {
    try await world.visitor(.wechat).call(
      "POST", "/cgi-bin/message/custom/send?access_token=\(world.token())",
      #"{"touser":"\#(MockWorld.pushOpenid)",\#(body)}"#)
  }

  private func text(_ world: MockWorld) async throws -> Int? {
    try await send(world, #""msgtype":"text","text":{"content":"您好"}"#).json["errcode"].int
  }

  @Test("customer service may answer five times within 48 hours")
  func window() async throws {
    try await MockWorld.run { world in
      #expect(try await text(world) == 45015)
      try await world.write(#"{"msgType":"text","content":"在吗"}"#)
      for _ in 1...5 { #expect(try await text(world) == 0) }
      let sixth = try await send(world, #""msgtype":"text","text":{"content":"x"}"#)
      #expect(sixth.json["errcode"].int == 45047)
      #expect(sixth.json["errmsg"].text.hasPrefix("out of response count limit rid: "))
      try await world.write(#"{"msgType":"text","content":"还在吗"}"#)
      #expect(try await text(world) == 0)
      world.set.clock.advance(by: .seconds(48 * 3600))
      let late = try await send(world, #""msgtype":"text","text":{"content":"x"}"#)
      #expect(
        late.json["errmsg"].text.hasPrefix(
          "response out of time limit or subscription is canceled rid: "))
    }
  }

  @Test("opening the chat lets two messages through for a minute")
  func entering() async throws {
    try await MockWorld.run { world in
      try await world.write(#"{"msgType":"event","sessionFrom":"order-1"}"#)
      for _ in 1...2 { #expect(try await text(world) == 0) }
      #expect(try await text(world) == 45047)
      try await world.write(#"{"msgType":"event"}"#)
      world.set.clock.advance(by: .seconds(60))
      #expect(try await text(world) == 45015)
    }
  }

  @Test(
    "a message that is not whole is refused by its number",
    arguments: [
      (#""msgtype":"voice""#, 40008), (#""msgtype":"text","text":{"content":""}"#, 44004),
      (#""msgtype":"image","image":{"media_id":"x"}"#, 40007),
      (#""msgtype":"link","link":{}"#, 47001),
    ])
  func mistakes(body: String, code: Int) async throws {
    try await MockWorld.run { world in
      try await world.write(#"{"msgType":"text","content":"x"}"#)
      #expect(try await send(world, body).json["errcode"].int == code)
    }
  }

  @Test("the person sees the chat, with an uploaded picture, a link and a card")
  func chat() async throws {
    try await MockWorld.run { world in
      try await world.write(#"{"msgType":"text","content":"在吗"}"#)
      let wechat = world.visitor(.wechat)
      let form =
        "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n\r\n"
        + "GIF89a-picture\r\n--b--\r\n"
      let token = try await world.token()
      let upload = try await wechat.call(
        "POST", "/cgi-bin/media/upload?access_token=\(token)&type=image", form)
      let id = upload.json["media_id"].text
      #expect(upload.json["type"].text == "image" && id.count == 64)
      let got = try await wechat.call(
        "GET", "/cgi-bin/media/get?access_token=\(token)&media_id=\(id)")
      #expect(got.text == "GIF89a-picture" && got.wire.header("content-type") == "image/gif")
      _ = try await send(world, #""msgtype":"image","image":{"media_id":"\#(id)"}"#)
      _ = try await send(
        world,
        #""msgtype":"link","link":{"title":"t","description":"d","url":"https://a.cn","thumb_url":"u"}"#
      )
      _ = try await send(
        world,
        #""msgtype":"miniprogrampage","miniprogrampage":{"title":"c","pagepath":"p","thumb_media_id":"\#(id)"}"#
      )
      let chat = try await wechat.call("GET", "/_control/devices/\(MockWorld.pushOpenid)/chat").json
      #expect(
        chat["items"].list.map { "\($0["from"].text) \($0["type"].text)" } == [
          "person text", "service image", "service link", "service miniprogrampage",
        ])
      world.set.clock.advance(by: .seconds(3 * 86_400))
      let gone = try await wechat.call(
        "GET", "/cgi-bin/media/get?access_token=\(world.token())&media_id=\(id)")
      #expect(gone.json["errcode"].int == 40007)
    }
  }

  @Test("what is no picture is not taken")
  func uploadMistakes() async throws {
    try await MockWorld.run { world in
      let wechat = world.visitor(.wechat)
      let path = "/cgi-bin/media/upload?access_token=\(try await world.token())"
      let file = "--b\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\ntext\r\n--b--\r\n"
      #expect(
        try await wechat.call("POST", path + "&type=voice", file).json["errcode"].int == 40004)
      #expect(
        try await wechat.call("POST", path + "&type=image", file).json["errcode"].int == 40005)
      #expect(try await wechat.call("POST", path + "&type=image", "x").json["errcode"].int == 41005)
    }
  }

  @Test("a picture of 1 MiB is taken, and one of a byte more told as too large")
  func uploadSize() async throws {
    try await MockWorld.run { world in
      let wechat = world.visitor(.wechat)
      let path = "/cgi-bin/media/upload?access_token=\(try await world.token())&type=image"
      for (size, code) in [(1 << 20, 0), (1 << 20 | 1, 40009)] {
        let picture = "GIF8" + String(repeating: "x", count: size - 4)
        let head = "--b\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\n"
        let file = head + picture + "\r\n--b--\r\n"
        let answer = try await wechat.call("POST", path, file)
        #expect(answer.status == 200 && answer.json["errcode"].int ?? 0 == code)
      }
    }
  }

  @Test("a message to an app without push settings says why nothing is delivered")
  func noPush() async throws {
    try await MockWorld.run { world in
      let answer = try await world.write(#"{"msgType":"text","content":"x"}"#)
      #expect(answer.status == 201 && answer.json["deliveries"].list.isEmpty)
      #expect(answer.json["reason"].text.contains("PUT /_control/push"))
    }
    try await PushReceiver().run { world, url in
      try await world.push(to: url)
      let answer = try await world.write(#"{"msgType":"text","content":"x"}"#)
      #expect(answer.json["deliveries"].list.count == 1 && answer.json["reason"] == .null)
    }
  }
}
