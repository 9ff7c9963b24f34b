import LinkageCore
import Synchronization

/// The cookies of one actor on one platform, the same for all branches of a journey.
final class CookieJar: Sendable {
  /// The last one is in use; earlier ones may still serve a request of another branch.
  private let sessions: Mutex<[SessionID]>

  init(_ session: SessionID) { sessions = Mutex([session]) }

  var current: SessionID? { sessions.withLock { $0.last } }

  /// Another session takes its place; the old one is closed with the journey.
  func replace(by session: SessionID) { sessions.withLock { $0.append(session) } }

  func close(on transport: any Transport) async {
    for session in sessions.withLock(\.self) { await transport.close(session) }
  }
}
