import Synchronization

/// One message as a person reads it.
struct InboxMessage: Sendable, Encodable {
  struct Line: Sendable, Encodable {
    let label: String
    let value: String
  }

  /// Such as `subscribe`.
  let type: String
  let openid: String
  let appid: String
  /// The app's name.
  let from: String
  let title: String
  let lines: [Line]
  /// What a tap on it opens; nothing where it opens nothing.
  let page: String?
  let templateId: String?
  let msgid: Int64?
  /// RFC 3339 with milliseconds.
  let at: String
}

/// The messages on people's phones, the newest last.
final class InboxBook: Sendable {
  struct State {
    var messages: [InboxMessage] = []
  }

  private static let limit = 10_000

  private let state = Mutex(State())

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  func deliver(_ message: InboxMessage) {
    state.withLock { state in
      if state.messages.count == Self.limit { state.messages.removeFirst(Self.limit / 10) }
      state.messages.append(message)
    }
  }

  func messages(to openids: Set<String>) -> [InboxMessage] {
    state.withLock { $0.messages.filter { openids.contains($0.openid) } }
  }

  func empty(_ openids: Set<String>) {
    state.withLock { $0.messages.removeAll { openids.contains($0.openid) } }
  }
}
