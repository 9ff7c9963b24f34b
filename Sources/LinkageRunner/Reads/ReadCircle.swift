import LinkageCore
import Synchronization

/// The probes that read the same at the same time, often only one.
///
/// They read in one copy of the session, so that each goes on with what any of them was given.
final class ReadCircle: Sendable {
  let sessions: [String: PlatformSession]

  private struct State {
    var probes = 1
    /// The read that was sent last.
    var last: SharedRead?
    var hasNewCookies = false
  }

  private let state = Mutex(State())
  /// Whether others may join: else there is nobody to keep a read for.
  private let isOpen: Bool

  /// A circle of one.
  init(sessions: [String: PlatformSession], isOpen: Bool) {
    self.sessions = sessions
    self.isOpen = isOpen
  }

  /// False when all have left it.
  func join() -> Bool {
    state.withLock { state in
      guard state.probes > 0 else { return false }
      state.probes += 1
      return true
    }
  }

  /// The last read where it was sent late enough, else one that the caller is to send.
  func read(
    since earliest: Instant, now: Instant, by sender: ReadReference
  ) -> (read: SharedRead, isOwn: Bool) {
    state.withLock { state in
      if let last = state.last, last.launched >= earliest { return (last, false) }
      let read = SharedRead(sender: sender, launched: now)
      if isOpen { state.last = read }
      return (read, true)
    }
  }

  func answer(_ read: SharedRead, _ call: PerformedCall) {
    if call.performed.mayHaveSetCookies { state.withLock { $0.hasNewCookies = true } }
    read.answer(call)
  }

  /// - Returns: whether nobody is left, and whether the session has cookies that nobody has taken
  ///   over yet.
  func leave() -> (isLast: Bool, hasNewCookies: Bool) {
    state.withLock { state in
      defer { state.hasNewCookies = false }
      state.probes -= 1
      if state.probes == 0 { state.last = nil }
      return (state.probes == 0, state.hasNewCookies)
    }
  }
}
