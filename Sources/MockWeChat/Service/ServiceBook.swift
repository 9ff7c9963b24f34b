import MockKit
import Synchronization

/// The chats between people and the apps' customer service.
final class ServiceBook: Sendable {
  struct State {
    /// By openid; no two apps share one.
    var windows: [String: ServiceWindow] = [:]
    var chats: [String: [ChatEntry]] = [:]
  }

  private static let limit = 1000

  private let clock: MockClock
  private let state = Mutex(State())

  init(clock: MockClock) {
    self.clock = clock
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  func open(_ occasion: ServiceWindow.Occasion, _ openid: String) {
    let now = clock.now
    state.withLock { $0.windows[openid, default: ServiceWindow()].open(occasion, at: now) }
  }

  func add(_ entry: ChatEntry, to openid: String) {
    state.withLock { Self.add(entry, to: openid, &$0) }
  }

  /// Customer service writes, where it may.
  func send(_ message: ServiceMessage, to openid: String) throws(WeChatError) {
    let (now, at) = (clock.now, clock.timestamp)
    let refusal = state.withLock { state -> WeChatError? in
      do throws(WeChatError) {
        try state.windows[openid, default: ServiceWindow()].use(at: now)
      } catch {
        return error
      }
      Self.add(ChatEntry(message, at: at), to: openid, &state)
      return nil
    }
    if let refusal { throw refusal }
  }

  /// The oldest first.
  func chat(of openid: String) -> [ChatEntry] { state.withLock { $0.chats[openid] ?? [] } }

  private static func add(_ entry: ChatEntry, to openid: String, _ state: inout State) {
    state.chats[openid, default: []].append(entry)
    let extra = (state.chats[openid]?.count ?? 0) - limit
    if extra > 0 { state.chats[openid]?.removeFirst(extra) }
  }
}
