import MockKit

/// Who may use the console.
///
/// On loopback everybody who is not a page of somewhere else: a browser sends an `Origin` with what a
/// page changes, and a name that was bent to loopback stands in `Host`.
package struct ConsoleAccess: Sendable {
  private static let loopback = ["127.0.0.1", "localhost", "[::1]"]

  private let token: String?

  /// - Parameter token: without one only loopback is listened on, and nobody needs one.
  package init(token: String?) {
    self.token = token
  }

  package static func isLoopback(_ host: String) -> Bool {
    loopback.contains(host) || host == "::1" || host.hasPrefix("127.")
  }

  func check(_ call: Call) throws(ConsoleRefusal) {
    if let token {
      guard call.headers["authorization"] == "Bearer \(token)" else { throw .tokenNeeded }
      return
    }
    let host = call.headers["host"] ?? ""
    guard host.isEmpty || Self.isLoopback(Self.name(of: host)) else { throw .foreignHost(host) }
    guard let origin = call.headers["origin"] else { return }
    guard origin == "http://\(host)" else { throw .foreignOrigin(origin) }
  }

  private static func name(of host: String) -> String {
    guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return host }
    return String(host[..<colon])
  }
}

/// Asks for access before anything else.
struct GuardedHandler: Handler {
  let inner: any Handler
  let access: ConsoleAccess

  func answer(_ call: Call) async throws -> Reply {
    try access.check(call)
    // Beside the event loop: some of it waits until nobody uses the databases.
    return try await withTaskExecutorPreference(globalConcurrentExecutor) {
      try await inner.answer(call)
    }
  }
}
