import MockKit
import Synchronization

/// The subscribe messages that users got, and who wants which.
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
    var consents = Consents()
  }

  /// Beyond 2^53, as the platform's own.
  private static let firstID: Int64 = 3_395_159_288_267_931_648
  private static let limit = 10_000

  private let clock: MockClock
  private let state = Mutex(State())

  init(clock: MockClock) {
    self.clock = clock
  }

  /// Uses up one consent where they are counted.
  func deliver(
    _ body: MessageBody, _ template: WeChatTemplate, to openid: String, usual: Consent
  ) throws(WeChatError) -> Message {
    let at = clock.timestamp
    let message = state.withLock { state -> Message? in
      guard state.use(template, of: openid, usual: usual) else { return nil }
      state.count += 1
      if state.messages.count == Self.limit { state.messages.removeFirst(Self.limit / 10) }
      let message = Message(
        msgid: Self.firstID + state.count, openid: openid, templateId: template.id,
        page: body.page, data: body.values, at: at)
      state.messages.append(message)
      return message
    }
    guard let message else { throw .refusedByUser }
    return message
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

  func change(_ body: (inout Consents) -> Void) {
    state.withLock { body(&$0.consents) }
  }

  func consent(of openid: String, to template: String, usual: Consent) -> Consent {
    state.withLock { $0.consents.consent(of: openid, to: template, usual: usual) }
  }
}

extension MessageBook.State {
  /// - Returns: whether the user takes it.
  mutating func use(_ template: WeChatTemplate, of openid: String, usual: Consent) -> Bool {
    switch consents.consent(of: openid, to: template.id, usual: usual) {
    case .always: return true
    case .refused: return false
    case .times(let left):
      guard left > 0 else { return false }
      consents.set(.times(left - 1), of: openid, to: template.id)
      return true
    }
  }
}
