import LinkageCore
import Synchronization

/// One read, for the probe that sends it and for all that take it as theirs.
///
/// It is cancelled with the probe that sends it: probes that share are branches of one journey, and
/// those are cancelled together.
final class SharedRead: Sendable {
  let sender: ReadReference
  /// Nothing of it was sent before.
  let launched: Instant

  private enum State {
    case waiting([CheckedContinuation<PerformedCall, Never>])
    case answered(PerformedCall)
  }

  private let state = Mutex(State.waiting([]))

  init(sender: ReadReference, launched: Instant) {
    self.sender = sender
    self.launched = launched
  }

  func answer(_ call: PerformedCall) {
    let waiting = state.withLock { state -> [CheckedContinuation<PerformedCall, Never>] in
      guard case .waiting(let waiting) = state else { return [] }
      state = .answered(call)
      return waiting
    }
    for one in waiting { one.resume(returning: call) }
  }

  func answered() async -> PerformedCall {
    await withCheckedContinuation { continuation in
      let call = state.withLock { state -> PerformedCall? in
        switch state {
        case .answered(let call): return call
        case .waiting(let waiting):
          state = .waiting(waiting + [continuation])
          return nil
        }
      }
      if let call { continuation.resume(returning: call) }
    }
  }
}
