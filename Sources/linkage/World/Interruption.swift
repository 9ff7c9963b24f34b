import Glibc
import Synchronization

/// Ctrl-C and SIGTERM: the first asks a run to stop, the second ends at once.
final class Interruption: Sendable {
  private struct State {
    var signal: Int32?
    var handler: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Call it before anything else: a signal that comes earlier ends the process.
  static func install() -> Interruption {
    let interruption = Interruption()
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return interruption }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    signalPipe = ends[1]
    interruption.listen(to: ends[0])
    signal(SIGINT, passOn)
    signal(SIGTERM, passOn)
    // Writing to a closed pipe is an error of the write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
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

  /// Until something begins, a signal ends the process at once; `sentence` is what it then says.
  func endAtOnce(saying sentence: @escaping @Sendable () -> Void) {
    onInterrupt { [weak self] in
      sentence()
      _exit((self?.exitCode ?? .interrupted).rawValue)
    }
  }

  /// A thread of its own takes the signals off the pipe: a handler may do next to nothing itself.
  private func listen(to descriptor: Int32) {
    let listener = Unmanaged.passRetained(Listener(interruption: self, descriptor: descriptor))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Listener>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, listener.toOpaque())
    pthread_detach(thread)
  }

  fileprivate func receive(_ signal: Int32) {
    let (isSecond, handler) = state.withLock { state in
      defer { state.signal = state.signal ?? signal }
      return (state.signal != nil, state.handler)
    }
    // Before anything has begun there is nothing to end in order.
    if isSecond || handler == nil { _exit(signal == SIGTERM ? 143 : 130) }
    handler?()
  }
}

private final class Listener {
  private let interruption: Interruption
  private let descriptor: Int32

  init(interruption: Interruption, descriptor: Int32) {
    self.interruption = interruption
    self.descriptor = descriptor
  }

  func run() {
    var signal: UInt8 = 0
    while true {
      let count = read(descriptor, &signal, 1)
      if count == 1 { interruption.receive(Int32(signal)) }
      if count == 0 || count < 0 && errno != EINTR { return }
    }
  }
}

/// Written once before the handlers are installed, read by them alone.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// Runs inside a signal: writing to a pipe is all that it may do.
private func passOn(_ signal: Int32) {
  let kept = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(signalPipe, &byte, 1)
  errno = kept
}
