import Foundation
import MockKit
import Mocks
import Testing

@Suite("Client libraries of WeChat Pay") struct WeChatPayClientTests {
  @Test("wechatpayv3 orders, pays, asks, closes, gives back and reads what it is told")
  func python() async throws {
    guard let python = try await PythonClient.prepare() else {
      try Test.cancel("PyPI cannot be reached, so wechatpayv3 is not there.")
    }
    try await MockWorld.run { world in
      let keys = PythonClient.repository.appending(path: "mocks/wechat").path
      let ended = try await python.run("wechatpay.py", [world.set.urls[.wechat] ?? "", keys])
      #expect(ended.status == 0 && ended.output.hasSuffix("fine\n"), "\(ended.output)")
    }
  }
}
