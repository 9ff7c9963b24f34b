import MockKit
import Synchronization

/// The sessions of mini-programs' users: the key that a user's device and the app's back end share.
///
/// A login keeps a living key and prolongs it. How long one lives WeChat publishes nowhere; here it is
/// three days from the last login.
final class SessionBook: Sendable {
  struct Session {
    /// 16 bytes in base64.
    var key: String
    /// Since 1970.
    var expires: Duration
  }

  struct State {
    var count: UInt64 = 0
    /// By openid, which no two apps share.
    var sessions: [String: Session] = [:]
    var rotating: Set<String> = []
    var blocked: Set<String> = []
  }

  private static let life: Duration = .seconds(3 * 86_400)

  private let clock: MockClock
  private let hash: SeededHash
  private let state = Mutex(State())

  init(clock: MockClock, seed: UInt64) {
    self.clock = clock
    hash = SeededHash(seed: seed)
  }

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// What `wx.login` does to the session.
  ///
  /// - Returns: the key from now on.
  @discardableResult
  func logIn(_ openid: String) -> String {
    let now = clock.now
    return state.withLock { state in
      let isRotating = state.rotating.remove(openid) != nil
      let old = state.sessions[openid].flatMap { $0.expires > now && !isRotating ? $0.key : nil }
      let key = old ?? newKey(&state)
      state.sessions[openid] = Session(key: key, expires: now + Self.life)
      return key
    }
  }

  /// - Returns: nothing where there is no session, or its life is over.
  func living(_ openid: String) -> Session? {
    let now = clock.now
    return state.withLock { $0.sessions[openid].flatMap { $0.expires > now ? $0 : nil } }
  }

  /// A new key, which ends when the old one would have.
  func reset(_ openid: String) -> String {
    state.withLock { state in
      let key = newKey(&state)
      state.sessions[openid]?.key = key
      return key
    }
  }

  /// The user's next login brings a new key.
  func rotateAtNextLogin(_ openid: String) {
    state.withLock { _ = $0.rotating.insert(openid) }
  }

  func isRotating(_ openid: String) -> Bool {
    state.withLock { $0.rotating.contains(openid) }
  }

  /// Whether the user's login codes are refused as risky.
  func isBlocked(_ openid: String) -> Bool {
    state.withLock { $0.blocked.contains(openid) }
  }

  func set(_ openid: String, blocked: Bool) {
    state.withLock { state in
      if blocked { state.blocked.insert(openid) } else { state.blocked.remove(openid) }
    }
  }

  /// 16 bytes that were never given out before.
  func freshBytes() -> [UInt8] {
    state.withLock { freshBytes(&$0) }
  }

  private func newKey(_ state: inout State) -> String { freshBytes(&state).base64 }

  private func freshBytes(_ state: inout State) -> [UInt8] {
    state.count += 1
    return Array(hash.bytes("session|\(state.count)").prefix(16))
  }
}
