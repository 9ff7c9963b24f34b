import Foundation

/// Conditional requests (RFC 9110, section 13). A condition is looked at last, where the request
/// would succeed without it, and in the transaction that makes the change.
extension Call {
  /// For a change that wants `If-Match`.
  package func requireMatch(_ current: EntityTag) throws(PreconditionError) {
    guard headers["if-match"] != nil else { throw .missing(current: current) }
    try checkMatch(current)
  }

  /// For a change that takes a condition where there is one.
  package func checkMatch(_ current: EntityTag) throws(PreconditionError) {
    if let text = headers["if-match"], !AskedTags(text).contains(where: current.admits) {
      throw .stale(asked: text, current: current)
    }
    if knows(current) { throw .present(current: current) }
  }

  func knows(_ current: EntityTag) -> Bool {
    headers["if-none-match"].map { AskedTags($0).contains(where: current.isKnown) } ?? false
  }
}

extension Reply {
  /// A single resource with its tag; 304 to a reader who has it already.
  package static func json(
    _ value: some Encodable, tag: EntityTag, for call: Call, status: Int = 200,
    headers: [Header] = []
  ) throws -> Reply {
    let headers = [tag.header] + headers
    let isRead = call.method == "GET" || call.method == "HEAD"
    guard isRead, call.knows(tag) else {
      return try .json(value, status: status, headers: headers)
    }
    return Reply(status: 304, contentType: nil, headers: headers, body: .init())
  }
}
