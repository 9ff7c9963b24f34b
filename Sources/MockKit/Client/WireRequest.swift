package import Foundation

/// A request to another server.
package struct WireRequest: Sendable {
  package var method: String
  /// Path and query.
  package var target: String
  package var headers: [(name: String, value: String)]
  package var body: Data

  package init(
    _ method: String, _ target: String, headers: [(name: String, value: String)] = [],
    body: Data = Data()
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}
