import MockKit
import Synchronization

/// The subscribe messages that users got, and who wants none.
final class MessageBook: Sendable {
  struct Message: Sendable, Encodable {
    let msgid: Int64
    let openid: String
    let templateId: String
    let page: String?
    let data: [String: String]
    /// RFC 3339 with milliseconds.
    let at: String
  }

  struct State {
    var messages: [Message] = []
    var count: Int64 = 0
    var refusing: Set<String> = []
  }

  /// Beyond 2^53, as the platform's own.
  private static let firstID: Int64 = 3_395_159_288_267_931_648
  private static let limit = 10_000

  private let clock: MockClock
  private let state = Mutex(State())

  init(clock: MockClock) {
    self.clock = clock
  }

  func deliver(_ body: MessageBody, to openid: String) throws(WeChatError) -> Int64 {
    let at = clock.timestamp
    let id = state.withLock { state -> Int64? in
      guard !state.refusing.contains(openid) else { return nil }
      state.count += 1
      if state.messages.count == Self.limit { state.messages.removeFirst(Self.limit / 10) }
      let id = Self.firstID + state.count
      state.messages.append(
        Message(
          msgid: id, openid: openid, templateId: body.template ?? "", page: body.page,
          data: body.values, at: at))
      return id
    }
    guard let id else { throw .refusedByUser }
    return id
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// The oldest first.
  func messages(to openid: String?) -> [Message] {
    state.withLock { state in
      state.messages.filter { openid == nil || $0.openid == openid }
    }
  }

  func set(_ openid: String, accepts: Bool) {
    state.withLock { state in
      if accepts { state.refusing.remove(openid) } else { state.refusing.insert(openid) }
    }
  }
}
