/// Where a scheme or URL link is to lead, as both endpoints are told.
struct LinkTarget: Sendable, Decodable {
  private enum CodingKeys: String, CodingKey {
    case path, query
    case version = "env_version"
  }

  static let longestQuery = 1024

  let path: String?
  let query: String?
  let version: String?

  func destination(in book: LinkBook) throws(WeChatError) -> Destination {
    let path = path ?? ""
    guard book.hasRelease else { throw .noRelease }
    guard !path.contains("?"), book.isPublished(path) else { throw .invalidPagePath }
    let query = query ?? ""
    guard query.utf8.count <= Self.longestQuery, LinkText.isQuery(query) else {
      throw .invalidQuery
    }
    guard let version = AppVersion(rawValue: version ?? "release") else { throw .invalidVersion }
    return Destination(path: path, query: query, version: version)
  }
}
