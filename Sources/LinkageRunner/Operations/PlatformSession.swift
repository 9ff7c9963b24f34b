import LinkageCore
import Values

/// What one actor is on one platform: a cookie jar and the values that answers left.
struct PlatformSession: Sendable {
  /// `nil` where the platform keeps no cookies.
  var jar: CookieJar?
  /// `session.token` and its like.
  var values = ValueMap()
}
