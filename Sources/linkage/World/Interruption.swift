import Glibc
import Synchronization

/// Ctrl-C and SIGTERM: the first asks to stop, the second ends at once.
final class Interruption: Sendable {
  private struct State {
    var signal: Int32?
    var handler: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// The signals are blocked for every thread that is started later, and taken by one of its own;
  /// call it before anything else.
  static func install() -> Interruption {
    let interruption = Interruption()
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    // Writing to a closed pipe is an error of the write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(interruption).toOpaque()
    pthread_create(&thread, nil, waitForSignals, context)
    pthread_detach(thread)
    return interruption
  }

  /// The exit code that the signal asks for; `nil` while none came.
  var exitCode: ExitCode? {
    state.withLock(\.signal).map { $0 == SIGTERM ? .terminated : .interrupted }
  }

  /// Called once, at once when the signal has already come.
  func onInterrupt(_ handler: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      state.handler = handler
      return state.signal != nil
    }
    if isLate { handler() }
  }

  fileprivate func receive(_ signal: Int32) {
    let (isSecond, handler) = state.withLock { state in
      defer { state.signal = state.signal ?? signal }
      return (state.signal != nil, state.handler)
    }
    if isSecond { _exit(signal == SIGTERM ? 143 : 130) }
    handler?()
  }
}

private func waitForSignals(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let interruption = Unmanaged<Interruption>.fromOpaque(context).takeRetainedValue()
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGINT)
  sigaddset(&signals, SIGTERM)
  while true {
    var signal: Int32 = 0
    if sigwait(&signals, &signal) == 0 { interruption.receive(signal) }
  }
}
