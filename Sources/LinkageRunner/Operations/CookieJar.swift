import LinkageCore
import Synchronization

/// The cookies of one actor on one platform, the same for all branches of a journey.
final class CookieJar: Sendable {
  private struct State {
    /// The last one is in use; earlier ones may still serve a request of another branch.
    var sessions: [SessionID]
    /// How often an answer may have changed the last one.
    var changes = 0
  }

  private let state: Mutex<State>

  init(_ session: SessionID) { state = Mutex(State(sessions: [session])) }

  var current: SessionID? { state.withLock { $0.sessions.last } }

  /// What is in a jar: the same as long as no answer has changed it.
  struct Version: Hashable {
    fileprivate var jar: ObjectIdentifier
    fileprivate var sessions: Int
    fileprivate var changes: Int
  }

  var version: Version {
    state.withLock {
      Version(jar: ObjectIdentifier(self), sessions: $0.sessions.count, changes: $0.changes)
    }
  }

  /// An answer may have set cookies.
  func change() { state.withLock { $0.changes += 1 } }

  /// Another session takes its place; the old one is closed with the journey.
  func replace(by session: SessionID) { state.withLock { $0.sessions.append(session) } }

  func close(on transport: any Transport) async {
    for session in state.withLock(\.sessions) { await transport.close(session) }
  }
}
