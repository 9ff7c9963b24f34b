import Foundation
import MockKit
import Mocks
import Testing

/// The interpreter of `.ci/clients`, where that has been made and has the library.
private let python: String? = {
  let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let path = top.appending(path: ".build/clients/bin/python").path
  let library = "\(top.path)/.build/clients/lib"
  let isThere = FileManager.default.enumerator(atPath: library)?.contains {
    ($0 as? String)?.hasSuffix("/wechatpy/crypto/__init__.py") == true
  }
  return isThere == true ? path : nil
}()

@Suite struct WeChatPushClientTests {
  private static let script = """
    import sys
    from wechatpy.crypto import WeChatCrypto
    token, key, appid, signature, timestamp, nonce = sys.argv[1:]
    crypto = WeChatCrypto(token, key, appid)
    print(crypto.decrypt_message(sys.stdin.read(), signature, timestamp, nonce))
    """

  private func decrypt(_ call: Call, with python: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments =
      ["-c", Self.script, MockWorld.pushToken, MockWorld.pushKey, WeChatTests.appid]
      + ["msg_signature", "timestamp", "nonce"].map { call.query[$0] ?? "" }
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: call.body)
    try input.fileHandleForWriting.close()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "a client library reads what is pushed in safe mode",
    .enabled(if: python != nil, "needs .ci/clients with wechatpy"))
  func safe() async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      try await world.push(
        to: url, #""mode":"safe","encodingAESKey":"\#(MockWorld.pushKey)""#)
      try await world.write(#"{"msgType":"text","content":"你好"}"#)
      try await world.settle()
      let call = try #require(receiver.messages.first)
      let text = try decrypt(call, with: try #require(python))
      #expect(text.contains("<Content><![CDATA[你好]]></Content>"))
    }
  }
}
