/// How many messages customer service may still send somebody, and until when.
struct ServiceWindow: Sendable, Equatable {
  /// What people do to be written to.
  enum Occasion: Sendable {
    /// Writing, which lets five messages through in 48 hours.
    case message
    /// Opening the chat, which lets two through in a minute.
    case entering

    var count: Int { self == .message ? 5 : 2 }
    var life: Duration { self == .message ? .seconds(48 * 3600) : .seconds(60) }
  }

  private var left = 0
  private var end: Duration = .zero

  init() {}

  /// Nothing adds up: the larger number and the later end count.
  mutating func open(_ occasion: Occasion, at now: Duration) {
    if end <= now { left = 0 }
    left = max(left, occasion.count)
    end = max(end, now + occasion.life)
  }

  mutating func use(at now: Duration) throws(WeChatError) {
    guard end > now else { throw .windowClosed }
    guard left > 0 else { throw .windowUsedUp }
    left -= 1
  }
}
