package import Foundation

/// A request to another server.
package struct WireRequest: Sendable {
  package var method: String
  /// Path and query.
  package var target: String
  package var headers: [(name: String, value: String)]
  package var body: Data
  /// Whether a task that is cancelled while it waits leaves without the answer. What changes something
  /// on the other side is waited for: what came of it would not be known.
  package var isAbandonedOnCancel = false

  package init(
    _ method: String, _ target: String, headers: [(name: String, value: String)] = [],
    body: Data = Data()
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  /// Whether it asks the server to close the connection after its answer.
  var endsConnection: Bool {
    headers.contains { $0.name.lowercased() == "connection" && $0.value.lowercased() == "close" }
  }
}
