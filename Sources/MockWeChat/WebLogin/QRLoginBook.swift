import MockKit
import Synchronization

/// The pictures that were shown, and what became of them.
final class QRLoginBook: Sendable {
  struct State {
    var count: UInt64 = 0
    var logins: [String: QRLogin] = [:]
    /// The oldest first.
    var order: [String] = []
  }

  /// How long a picture can be scanned.
  private static let life: Duration = .seconds(300)
  private static let limit = 1000

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

  /// The newest last.
  var all: [QRLogin] {
    state.withLock { state in state.order.compactMap { state.logins[$0] } }
  }

  func open(for app: SeedData.App, target: String, returning text: String) -> QRLogin {
    let now = clock.now
    return state.withLock { state in
      state.count += 1
      let id = hash.hex("qr|\(state.count)", digits: 16)
      let login = QRLogin(
        id: id, app: app, target: target, state: text, created: now, expires: now + Self.life)
      state.logins[id] = login
      state.order.append(id)
      if state.order.count > Self.limit { state.logins[state.order.removeFirst()] = nil }
      return login
    }
  }

  func find(_ id: String) -> QRLogin? {
    state.withLock { $0.logins[id] }
  }

  func hasExpired(_ login: QRLogin) -> Bool {
    switch login.phase {
    case .waiting, .scanned: login.expires <= clock.now
    case .confirmed, .denied: false
    }
  }

  /// - Throws: where there is no such picture, its time is over, or the user has confirmed before.
  func change(
    _ id: String, _ step: (QRLogin) throws -> QRLogin.Phase
  ) throws -> QRLogin {
    let now = clock.now
    return try state.withLock { state in
      guard var login = state.logins[id] else { throw QRLoginProblem.unknown(id) }
      if case .confirmed = login.phase { throw QRLoginProblem.decided(id) }
      guard login.expires > now else { throw QRLoginProblem.expired(id) }
      login.phase = try step(login)
      state.logins[id] = login
      return login
    }
  }
}
