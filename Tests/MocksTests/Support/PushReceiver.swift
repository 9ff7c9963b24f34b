import Foundation
import Logging
import MockKit
import Synchronization

/// An app's back end that takes pushed messages, answering each as told.
final class PushReceiver: Handler {
  private let taken = Mutex<[Call]>([])
  private let decide: @Sendable (_ number: Int) async -> Reply

  /// - Parameter decide: the answer to the first message, the second, …
  init(_ decide: @escaping @Sendable (_ number: Int) async -> Reply) {
    self.decide = decide
  }

  convenience init(answering text: String = "success") {
    self.init { _ in Self.text(text) }
  }

  var messages: [Call] { taken.withLock { $0 } }

  func answer(_ call: Call) async throws -> Reply {
    if call.method == "GET" { return Self.text(call.query["echostr"] ?? "") }
    let number = taken.withLock { taken in
      taken.append(call)
      return taken.count
    }
    return await decide(number)
  }

  static func text(_ text: String, status: Int = 200) -> Reply {
    Reply(status: status, contentType: "text/plain", body: Data(text.utf8))
  }

  /// Runs a set beside it; the body gets the address that takes messages.
  func run(_ body: (MockWorld, _ url: String) async throws -> Void) async throws {
    let logger = Logger(label: "receiver") { _ in SwiftLogNoOpLogHandler() }
    let server = try await MockServer.start(
      host: "127.0.0.1", port: 0, routes: [], fallback: self, logger: logger)
    do {
      try await MockWorld.run { world in
        try await body(world, "http://127.0.0.1:\(server.port)/push?from=wechat")
      }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }
}

extension MockWorld {
  static let pushToken = "AAAAA"
  static let pushKey = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR"

  /// Has the set's mini-program get its messages there.
  @discardableResult
  func push(to url: String, _ more: String = "") async throws -> Answer {
    try await visitor(.wechat).call(
      "PUT", "/_control/push",
      #"{"url":"\#(url)","token":"\#(Self.pushToken)"\#(more.isEmpty ? "" : "," + more)}"#)
  }

  /// Somebody writes to customer service.
  @discardableResult
  func write(_ body: String, by openid: String = pushOpenid) async throws -> Answer {
    try await visitor(.wechat).call("POST", "/_control/devices/\(openid)/messages", body)
  }

  static let pushOpenid = "oABCDEFGHIJKLMNOPQRSTUVWXYZ1"

  func deliveries() async throws -> [JSON] {
    try await visitor(.wechat).call("GET", "/_control/push/deliveries").json["items"].list
  }

  /// An access token of the set's mini-program.
  func token() async throws -> String {
    try await visitor(.wechat).call(
      "GET", "/cgi-bin/token?grant_type=client_credential&\(WeChatTests.app)"
    ).json["access_token"].text
  }
}
