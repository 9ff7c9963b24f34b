import Foundation
import MockKit
import Mocks
import Testing

@Suite struct WeChatPushClientTests {
  @Test("a client library reads what is pushed in safe mode")
  func safe() async throws {
    guard let python = try await PythonClient.prepare() else {
      try Test.cancel("PyPI cannot be reached, so there is no client library to try.")
    }
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      try await world.push(to: url, #""mode":"safe","encodingAESKey":"\#(MockWorld.pushKey)""#)
      try await world.write(#"{"msgType":"text","content":"你好"}"#)
      try await world.settle()
      let call = try #require(receiver.messages.first)
      let ended = try await python.run(
        "decrypt_push.py",
        [MockWorld.pushToken, MockWorld.pushKey, WeChatTests.appid]
          + ["msg_signature", "timestamp", "nonce"].map { call.query[$0] ?? "" }
          + [String(decoding: call.body, as: UTF8.self)])
      #expect(
        ended.status == 0 && ended.output.contains("<Content><![CDATA[你好]]></Content>"),
        "\(ended.output)")
    }
  }
}
