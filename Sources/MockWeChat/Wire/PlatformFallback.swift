import MockKit

/// Answers what no route does, in the form of whose path it is.
struct PlatformFallback: Handler {
  private struct Index: Encodable {
    let server = "wechat"
    let health = "/health"
    let docs = "docs/wechat.md"
    /// Each with its method.
    let controls: [String]
  }

  let platform: any Handler
  let pay: UnknownPayHandler?
  /// The mock's own.
  let own: [Route]

  func answer(_ call: Call) async throws -> Reply {
    if call.path == "/", call.method == "GET" {
      return try .json(Index(controls: own.map(\.title)))
    }
    if let pay, call.path.hasPrefix("/v3/") { return try await pay.answer(call) }
    let isOwn = ["/_control", "/_admin", "/health"].contains { call.path.hasPrefix($0) }
    guard isOwn || call.path == "/" else { return try await platform.answer(call) }
    return try await UnknownRoute(routes: own).answer(call)
  }
}
