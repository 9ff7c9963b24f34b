/// How long a scheme or URL link is to live, as both endpoints are told.
struct LinkExpiry: Sendable, Decodable {
  private enum CodingKeys: String, CodingKey {
    case type = "expire_type"
    case time = "expire_time"
    case interval = "expire_interval"
  }

  static let day: Int64 = 86_400
  static let longest = 30 * day
  private static let shortest: Int64 = 60

  /// 0 for a moment, 1 for days.
  let type: Int64?
  /// Seconds since 1970.
  let time: Int64?
  /// Days.
  let interval: Int64?

  /// In seconds since 1970. Links for ever are no longer made: without a moment it is 30 days.
  func end(now: Int64) throws(WeChatError) -> Int64 {
    switch type ?? 0 {
    case 0:
      let end = time ?? now + Self.longest
      guard (now + Self.shortest...now + Self.longest).contains(end) else { throw .timeLimit }
      return end
    case 1:
      guard let interval, (1...30).contains(interval) else { throw .timeLimit }
      return now + interval * Self.day
    default: throw .badData
    }
  }
}
