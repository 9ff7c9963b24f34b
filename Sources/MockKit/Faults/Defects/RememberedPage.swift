import Foundation

/// What somebody was answered, and before.
struct RememberedPage: Sendable {
  var reply: Reply?
  /// Real time, in ns.
  var since: UInt64 = 0
  /// The answer before it, where it was another one.
  var before: Reply?
  var reads = 0
  /// Whose it is, where others may get it.
  var member = ""

  func isYounger(than age: Duration) -> Bool {
    Double(MonotonicTime.nanoseconds() - since) < age / .nanoseconds(1)
  }

  /// - Returns: the answer that is cached, or the new one, which is cached from now on.
  mutating func cached(_ new: Reply, for ttl: Duration) -> Reply {
    if let reply, isYounger(than: ttl) { return reply }
    self = RememberedPage(reply: new, since: MonotonicTime.nanoseconds())
    return new
  }

  /// - Returns: every other time what was answered before the last change, as long as the replica
  ///   lags.
  mutating func lagging(_ new: Reply, by lag: Duration) -> Reply {
    if reply?.body != new.body {
      (before, since) = (reply, MonotonicTime.nanoseconds())
      (reply, reads) = (new, 0)
    }
    reads += 1
    guard reads.isMultiple(of: 2), let before, isYounger(than: lag) else { return new }
    return before
  }
}
