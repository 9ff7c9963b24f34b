import Foundation

/// An error as RFC 9457 writes it.
package struct Problem: Sendable, Equatable, Codable {
  /// A stable URI reference, such as `/problems/phone-taken`.
  package let type: String
  package let title: String
  package let status: Int
  package let detail: String

  package init(_ status: Int, _ name: String, _ title: String, detail: String) {
    type = "/problems/\(name)"
    self.title = title
    self.status = status
    self.detail = detail
  }

  package func reply(headers: [Reply.Header] = []) -> Reply {
    Reply(
      status: status, contentType: "application/problem+json", headers: headers,
      body: (try? JSONText.data(self)) ?? Data())
  }
}

/// An error that knows how it is told to a client.
package protocol ProblemConvertible: Error {
  var problem: Problem { get }
  /// Headers that go with it, such as `Retry-After`.
  var problemHeaders: [Reply.Header] { get }
}

extension ProblemConvertible {
  package var problemHeaders: [Reply.Header] { [] }
}
