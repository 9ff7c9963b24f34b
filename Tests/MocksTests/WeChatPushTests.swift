import Foundation
import MockKit
import MockWeChat
import Mocks
import Testing

@Suite struct WeChatPushTests {
  private static let key = #""encodingAESKey":"\#(MockWorld.pushKey)""#

  private func text(_ call: Call) -> String { String(decoding: call.body, as: UTF8.self) }

  private func json(_ call: Call) throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: call.body)
  }

  private func isSigned(_ call: Call) -> Bool {
    let query = call.query
    let own = PushSignature.of(
      MockWorld.pushToken, query["timestamp"] ?? "", query["nonce"] ?? "")
    return own == query["signature"]
  }

  @Test("a written text arrives as XML, signed, at the address with its own query")
  func plainXML() async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      #expect(try await world.push(to: url).status == 200)
      #expect(try await world.write(#"{"msgType":"text","content":"你好 ]]> <b>"}"#).status == 201)
      try await world.settle()
      let call = try #require(receiver.messages.first)
      #expect(receiver.messages.count == 1 && isSigned(call))
      #expect(call.path == "/push" && call.query["from"] == "wechat")
      #expect(call.query["openid"] == MockWorld.pushOpenid && call.query["encrypt_type"] == nil)
      #expect(call.headers["content-type"] == "text/xml")
      let text = text(call)
      #expect(text.hasPrefix("<xml><ToUserName><![CDATA[gh_1f2e3d4c5b6a]]></ToUserName>\n"))
      #expect(text.contains("<Content><![CDATA[你好 ]]]]><![CDATA[> <b>]]></Content>"))
      #expect(text.contains(/<CreateTime>\d{10}<\/CreateTime>/))
      #expect(text.contains(/<MsgId>\d{17}<\/MsgId>\n<\/xml>$/))
      #expect(try await world.deliveries().map(\.["outcome"].text) == ["delivered"])
    }
  }

  @Test("a card arrives as JSON with its number as a number")
  func plainJSON() async throws {
    let receiver = PushReceiver(answering: "")
    try await receiver.run { world, url in
      try await world.push(to: url, #""format":"json""#)
      try await world.write(
        #"{"msgType":"miniprogrampage","title":"订单","pagePath":"pages/order?id=1"}"#)
      try await world.settle()
      let call = try #require(receiver.messages.first)
      #expect(call.headers["content-type"] == "application/json")
      let message = try json(call)
      #expect(
        message["MsgType"].text == "miniprogrampage" && message["AppId"].text == WeChatTests.appid)
      #expect(message["PagePath"].text == "pages/order?id=1" && message["MsgId"].int ?? 0 > 1 << 53)
      #expect(message["CreateTime"].int != nil)
      #expect(try await world.deliveries().map(\.["outcome"].text) == ["delivered"])
    }
  }

  @Test("in safe mode only the recipient is in clear", arguments: ["xml", "json"])
  func safe(format: String) async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      let answer = try await world.push(
        to: url, #""mode":"safe","format":"\#(format)",\#(Self.key)"#)
      #expect(answer.status == 200, "\(answer.text)")
      try await world.write(#"{"msgType":"text","content":"secret"}"#)
      try await world.settle()
      let call = try #require(receiver.messages.first)
      #expect(!text(call).contains("secret") && !text(call).contains("FromUserName"))
      let sealed = try #require(PushReply(text(call))?["Encrypt"])
      let signature = PushSignature.of(
        MockWorld.pushToken, call.query["timestamp"] ?? "", call.query["nonce"] ?? "", sealed)
      #expect(call.query["msg_signature"] == signature && call.query["encrypt_type"] == "aes")
      let cipher = PushCipher(
        key: try #require(PushKey(MockWorld.pushKey)), appid: WeChatTests.appid)
      #expect(try cipher.open(sealed).contains("secret"))
    }
  }

  @Test("in compatible mode the message is there in clear and encrypted")
  func compatible() async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      try await world.push(to: url, #""mode":"compatible","format":"json",\#(Self.key)"#)
      try await world.write(#"{"msgType":"text","content":"open"}"#)
      try await world.settle()
      let message = try json(try #require(receiver.messages.first))
      #expect(message["Content"].text == "open" && !message["Encrypt"].text.isEmpty)
    }
  }

  @Test("whoever does not take a message gets it three times, five seconds apart, as the same one")
  func retries() async throws {
    let receiver = PushReceiver { _ in PushReceiver.text("busy", status: 503) }
    try await receiver.run { world, url in
      try await world.push(to: url)
      try await world.write(#"{"msgType":"text","content":"x"}"#)
      try await eventually { world.set.isQuiet && receiver.messages.count >= 1 ? true : nil }
      for count in 2...3 {
        world.set.clock.advance(by: .seconds(5))
        try await eventually { receiver.messages.count >= count && world.set.isQuiet ? true : nil }
      }
      world.set.clock.advance(by: .seconds(60))
      try await world.settle()
      #expect(receiver.messages.count == 3 && receiver.messages.allSatisfy(isSigned))
      #expect(Set(receiver.messages.map(text)).count == 1)
      #expect(Set(receiver.messages.map { $0.query["nonce"] ?? "" }).count == 3)
      let delivery = try #require(try await world.deliveries().first)
      #expect(delivery["outcome"].text == "failed" && delivery["tries"].list.count == 3)
      #expect(delivery["tries"][0]["problem"].text == "expected status 200, found 503")
    }
  }

  @Test("an answer that takes longer than five seconds of the clock is none")
  func late() async throws {
    let gate = AsyncStream.makeStream(of: Void.self)
    let receiver = PushReceiver { number in
      if number == 1 { for await _ in gate.stream {} }
      return PushReceiver.text("success")
    }
    try await receiver.run { world, url in
      try await world.push(to: url)
      try await world.write(#"{"msgType":"event"}"#)
      try await eventually { receiver.messages.count >= 1 ? true : nil }
      #expect(!world.set.isQuiet)
      world.set.clock.advance(by: .seconds(5))
      try await eventually { receiver.messages.count >= 2 && world.set.isQuiet ? true : nil }
      gate.continuation.finish()
      let delivery = try #require(try await world.deliveries().first)
      #expect(delivery["outcome"].text == "delivered")
      #expect(delivery["tries"][0]["problem"].text.hasPrefix("no answer within 5"))
    }
  }

  @Test(
    "a reply counts as taken only where it is one",
    arguments: [
      ("<xml><MsgType><![CDATA[transfer_customer_service]]></MsgType></xml>", true),
      (#"{"MsgType":"transfer_customer_service"}"#, true), ("ok", false), ("<xml></xml>", false),
      ("<xml><Encrypt><![CDATA[AAAA]]></Encrypt></xml>", false), (" success\n", true),
    ])
  func replies(text: String, isTaken: Bool) async throws {
    let receiver = PushReceiver(answering: text)
    try await receiver.run { world, url in
      try await world.push(to: url, Self.key)
      try await world.write(#"{"msgType":"event"}"#)
      try await eventually { world.set.isQuiet && receiver.messages.count >= 1 ? true : nil }
      let outcome = try await world.deliveries()[0]["outcome"].text
      #expect((outcome == "delivered") == isTaken)
    }
  }

  @Test("an encrypted reply counts where its signature is right", arguments: [true, false])
  func encryptedReply(isSigned: Bool) async throws {
    let cipher = PushCipher(
      key: try #require(PushKey(MockWorld.pushKey)), appid: WeChatTests.appid)
    let sealed = try cipher.seal("<xml><MsgType>text</MsgType></xml>", salt: Array(0..<16))
    let signature = PushSignature.of(MockWorld.pushToken, "1", isSigned ? "2" : "3", sealed)
    let receiver = PushReceiver(
      answering: "<xml><Encrypt><![CDATA[\(sealed)]]></Encrypt><MsgSignature>\(signature)"
        + "</MsgSignature><TimeStamp>1</TimeStamp><Nonce>2</Nonce></xml>")
    try await receiver.run { world, url in
      try await world.push(to: url, #""mode":"safe",\#(Self.key)"#)
      try await world.write(#"{"msgType":"event"}"#)
      try await eventually { world.set.isQuiet && receiver.messages.count >= 1 ? true : nil }
      let outcome = try await world.deliveries()[0]["outcome"].text
      #expect((outcome == "delivered") == isSigned)
    }
  }
}
