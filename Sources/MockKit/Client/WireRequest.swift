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
  /// Of how many bytes the answer's body may be; beyond that the connection is cut off.
  package var longestAnswer = 32 << 20

  package init(
    _ method: String, _ target: String, headers: [(name: String, value: String)] = [],
    body: Data = Data()
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  /// What is enough for an answer that only says whether something was taken.
  package static let shortAnswer = 1 << 20

  /// Whether it asks the server to close the connection after its answer.
  var endsConnection: Bool {
    headers.contains { $0.name.lowercased() == "connection" && $0.value.lowercased() == "close" }
  }
}
