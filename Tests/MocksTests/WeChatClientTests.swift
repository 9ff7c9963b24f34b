import Foundation
import MockKit
import Mocks
import Testing

/// Nothing of the libraries is changed but the address they call.
@Suite("Client libraries of WeChat") struct WeChatClientTests {
  private static let calls = [
    "code_to_session", "get_phone_number", "check_wxa_signature", "WeChatWxaCrypto",
    "WeChatOAuth", "fetch_access_token", "send_subscribe_message", "get_wxa_code_unlimited",
    "get_wxa_code", "create_qrcode", "get_url_scheme", "get_url_link", "check_text_security",
    "check_image_security", "media.upload, download",
    "message.send_text, send_image, send_link, send_mini_program_page", "get_paid_unionid",
    "check_signature, parse_message", "subscribe_msg_popup_event, sent, change", "WeChatCrypto",
    "43101", "45009, clear_quota", "42001 and a new token", "40001 and a new token", "failures",
    "40125, 40013, 40066",
  ]
  /// What the library has no calls for before 2.0.
  private static let newer: Set = [
    "get_url_scheme", "get_url_link", "subscribe_msg_popup_event, sent, change",
  ]

  private func prepare() async throws -> PythonClient {
    guard let python = try await PythonClient.prepare() else {
      try Test.cancel("PyPI cannot be reached, so the client libraries are not there.")
    }
    return python
  }

  private func callAll(_ library: [String]) async throws -> [String] {
    let python = try await prepare()
    var lines: [String] = []
    try await WeChatCaller.run { caller in
      let keys = PythonClient.repository.appending(path: "mocks/wechat").path
      let url = caller.world.set.urls[.wechat] ?? ""
      let ended = try await python.run("wechatpy_all.py", [url, keys] + library)
      #expect(ended.status == 0, "\(ended.output)")
      lines = ended.output.split(separator: "\n").map(String.init)
    }
    return lines
  }

  @Test("wechatpy 1.8 logs in, sends, makes codes, checks, reads what is pushed and sees errors")
  func first() async throws {
    let lines = try await callAll([])
    let done = Self.calls.filter { !Self.newer.contains($0) }
    #expect(lines == ["wechatpy 1.8.18"] + done.map { "did \($0)" })
  }

  @Test("wechatpy 2.0 does so, too, makes links and has classes for the events of messages")
  func second() async throws {
    let folder = PythonClient.repository.appending(path: ".build/clients/wechatpy2").path
    let lines = try await callAll([folder])
    #expect(lines == ["wechatpy 2.0.0.alpha26"] + Self.calls.map { "did \($0)" })
  }

  @Test("a client that knows but the real addresses needs a name, a port and a certificate")
  func secure() async throws {
    let python = try await prepare()
    let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.only = .wechat
    options.tls = TLSOptions(folder: folder)
    options.tls?.ports[.wechat] = 0
    try await MockWorld.run(options) { world in
      let port = try #require(world.set.secureURLs[.wechat].flatMap(URL.init)?.port)
      let authority = try #require(world.set.authorityPath)
      let ended = try await python.run("requests_tls.py", ["\(port)", authority])
      #expect(ended.status == 0 && ended.output == "fine\n", "\(ended.output)")
    }
  }
}
