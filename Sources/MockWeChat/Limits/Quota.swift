import MockKit

/// How often an endpoint may be called.
struct Quota: Sendable, Equatable {
  enum Period: String, Sendable, Codable, CaseIterable {
    case minute, day, month
  }

  /// Whose calls count together.
  enum Scope: String, Sendable, Codable {
    case app
    /// One user of an app.
    case user
    /// An app's calls that force a new stable token.
    case forced
  }

  let path: String
  let period: Period
  let scope: Scope
  var limit: Int
  let error: WeChatError

  init(
    _ path: String, _ limit: Int, _ period: Period, _ scope: Scope = .app,
    error: WeChatError? = nil
  ) {
    self.path = path
    self.limit = limit
    self.period = period
    self.scope = scope
    self.error = error ?? (period == .minute ? .minuteLimit : .dailyLimit)
  }

  /// Those that are published, or told by people who met them.
  static let published = [
    Quota("/cgi-bin/token", 2000, .day),
    Quota("/cgi-bin/stable_token", 10_000, .minute),
    Quota("/cgi-bin/stable_token", 500_000, .day),
    Quota("/cgi-bin/stable_token", 20, .day, .forced),
    Quota("/sns/jscode2session", 100, .minute, .user),
    Quota("/wxa/getwxacodeunlimit", 5000, .minute, error: .dailyLimit),
    Quota(ClearQuotaEndpoint.path, 10, .month, error: .clearLimit),
  ]

  /// Names the stretch of China's calendar that a moment lies in.
  static func window(_ period: Period, at time: Duration) -> String {
    let local = MockClock.timestamp(time + .seconds(8 * 3600))
    switch period {
    case .minute: return String(local.prefix(16))
    case .day: return String(local.prefix(10))
    case .month: return String(local.prefix(7))
    }
  }
}
