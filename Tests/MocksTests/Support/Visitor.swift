import Foundation
import MockKit
import Synchronization

/// Somebody who uses one server, with a cookie jar or a bearer token.
final class Visitor: Sendable {
  private let client: WireClient
  private let base: String
  private let credentials = Mutex<[String: String]>([:])

  init(_ base: String, client: WireClient) {
    self.base = base
    self.client = client
  }

  func use(token: String) {
    credentials.withLock { $0["authorization"] = "Bearer \(token)" }
  }

  var cookie: String? { credentials.withLock { $0["cookie"] } }

  @discardableResult
  func call(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async throws -> Answer {
    let sent = credentials.withLock { $0.map { (name: $0.key, value: $0.value) } }
    let answer = Answer(
      try await client.send(
        WireRequest(
          method, path, headers: sent + headers.map { (name: $0.0, value: $0.1) },
          body: Data(body.utf8)), to: base))
    keepCookie(answer)
    return answer
  }

  private func keepCookie(_ answer: Answer) {
    guard let header = answer.wire.header("set-cookie") else { return }
    let pair = header.prefix { $0 != ";" }
    credentials.withLock { $0["cookie"] = pair.hasSuffix("=") ? nil : String(pair) }
  }
}

extension Visitor {
  /// Orders under an idempotency key of its own.
  @discardableResult
  func order(_ sku: String, _ quantity: Int) async throws -> Answer {
    try await order(OrderTests.body(sku, quantity))
  }

  func order(_ body: String) async throws -> Answer {
    try await call(
      "POST", "/api/orders", body, headers: [("idempotency-key", "\"\(UUID().uuidString)\"")])
  }

  /// Changes the profile as it is now.
  @discardableResult
  func rename(_ name: String) async throws -> Answer { try await edit(#"{"name":"\#(name)"}"#) }

  @discardableResult
  func edit(_ profile: String) async throws -> Answer {
    let tag = try await call("GET", "/api/member").wire.header("etag") ?? ""
    return try await call("PATCH", "/api/member", profile, headers: [("if-match", tag)])
  }

  /// The member, without what comes and goes.
  var member: JSON {
    get async throws { try await call("GET", "/api/member").json.without("syncNotice") }
  }
}
