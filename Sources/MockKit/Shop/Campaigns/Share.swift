/// A page of the mini-program that a member shared on the website, as it travels. It is an entry, too.
struct Share: Sendable, Equatable, Codable {
  /// What an entry says of where it stands.
  static let source = "share"

  let entryKey: String
  var memberId: String
  let page: String
  let sku: String?
  /// WeChat's, for friends.
  let link: String
  /// RFC 3339.
  let createdAt: String
}

/// A shared page as its member sees it, on either platform.
struct ShareView: Sendable, Codable {
  let entryKey: String
  let page: String
  let sku: String?
  let link: String
  /// A page of the website, which jumps or shows a code.
  let go: String
  let createdAt: String
  /// How often somebody came by it, how many of them registered, and what the member got for these.
  let opens: Int
  let joiners: Int
  let points: Int

  init(_ share: Share, opens: Int = 0, joiners: Int = 0, points: Int = 0) {
    (entryKey, page, sku, link) = (share.entryKey, share.page, share.sku, share.link)
    go = "/go/\(share.entryKey)"
    createdAt = share.createdAt
    (self.opens, self.joiners, self.points) = (opens, joiners, points)
  }
}
