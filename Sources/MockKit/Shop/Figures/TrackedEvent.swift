/// Something that somebody did on a platform, as it is counted and as it travels.
struct TrackedEvent: Sendable, Equatable, Codable {
  enum Kind: String, Sendable, Codable, CaseIterable {
    /// Came to the website; opened the mini-program.
    case visit, open
    /// Took an entry that leads to the other platform.
    case click
    /// Used a function.
    case use
  }

  let eventId: String
  let platform: ShopSide
  let event: Kind
  /// By which a front end knows people whether or not they are logged in.
  var visitor: String?
  /// Who was logged in.
  var memberId: String?
  var page: String?
  var entryKey: String?
  /// Where the entry stands, such as `banner`.
  var source: String?
  /// Such as `search`.
  var function: String?
  /// In ms since 1970.
  let atMs: Int64
}
