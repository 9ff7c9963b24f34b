/// Which page of a list a call asks for: `?limit=` and `?cursor=`.
package struct PageRequest: Sendable {
  private static let limits = 1...100
  private static let defaultLimit = 50

  package let limit: Int
  /// The sort key of the last item of the page before; nothing for the first page.
  package let after: [String]?
  private let path: String
  private let filters: [String: String]

  /// - Parameter keys: how many columns the list is sorted by.
  package init(_ call: Call, keys: Int) throws(InvalidRequest) {
    path = call.path
    filters = call.query.filter { $0.key != "limit" && $0.key != "cursor" }
    limit = try Self.limit(call.query["limit"])
    after = try call.query["cursor"].map { text throws(InvalidRequest) in
      guard let cursor = Cursor(text, keys: keys) else {
        throw InvalidRequest(field: "cursor", reason: .outside("the one of a Link of this list"))
      }
      return cursor.position
    }
  }

  private static func limit(_ text: String?) throws(InvalidRequest) -> Int {
    guard let text else { return defaultLimit }
    guard let limit = Int(text), limits.contains(limit) else {
      throw InvalidRequest(field: "limit", reason: .outside("1 to 100"))
    }
    return limit
  }

  /// What to fetch: one more than is shown tells whether another page follows.
  package var rows: Int { limit + 1 }

  /// - Parameters:
  ///   - found: up to `rows` items.
  ///   - position: an item's sort key.
  package func page<Item>(
    _ found: [Item], position: (Item) -> [String]
  ) -> (items: [Item], headers: [Reply.Header]) {
    let items = Array(found.prefix(limit))
    guard found.count > limit, let last = items.last else { return (items, []) }
    return (items, [next(after: Cursor(position(last)))])
  }

  /// RFC 8288. The target is relative, so it leads to where the client came from.
  private func next(after cursor: Cursor) -> Reply.Header {
    let values = filters.merging(["limit": "\(limit)", "cursor": cursor.text]) { $1 }
    let query = values.sorted { $0.key < $1.key }
      .map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
    return Reply.Header("Link", "<\(path)?\(query)>; rel=\"next\"")
  }

  /// Letters, digits, `-`, `.`, `_` and `~` stay (RFC 3986).
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain = byte < 128 && (character.isLetter || character.isNumber)
      return isPlain || "-._~".contains(character)
        ? String(character) : "%" + Hexadecimal.pair(byte).uppercased()
    }.joined()
  }
}
