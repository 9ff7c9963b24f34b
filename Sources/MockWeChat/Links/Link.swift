/// A link that was made.
struct Link: Sendable {
  enum Kind: Sendable {
    case scheme, urlLink, shortLink
  }

  let kind: Kind
  let destination: Destination
  /// Seconds since 1970.
  let created: Int64
  /// Seconds since 1970; 0 where it lives for ever.
  let expires: Int64
  /// How often it was opened, by anybody.
  var opens = 0
  /// The openids of those who opened it.
  var people: Set<String> = []

  func isOver(at now: Int64) -> Bool { expires != 0 && expires <= now }
}
