package import Foundation

/// An answer as the handlers give it.
package struct Reply: Sendable, Equatable {
  package struct Header: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package let status: Int
  package let contentType: String?
  package let headers: [Header]
  package var body: Data
  /// Written instead of the body.
  package let stream: ReplyStream?

  package init(
    status: Int, contentType: String?, headers: [Header] = [], body: Data,
    stream: ReplyStream? = nil
  ) {
    self.status = status
    self.contentType = contentType
    self.headers = headers
    self.body = body
    self.stream = stream
  }

  package static func json(
    _ value: some Encodable, status: Int = 200, headers: [Header] = []
  ) throws -> Reply {
    Reply(
      status: status, contentType: "application/json", headers: headers,
      body: try JSONText.data(value))
  }

  package static func empty(headers: [Header] = []) -> Reply {
    Reply(status: 204, contentType: nil, headers: headers, body: Data())
  }
}
