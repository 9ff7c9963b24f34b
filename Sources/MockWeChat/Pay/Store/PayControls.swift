import MockKit
import Synchronization

/// What somebody wants to go otherwise than it should.
final class PayControls: Sendable {
  struct State: Sendable {
    var notifications = NoticePlan()
    var error: PayError?
    var errorsLeft = 0
  }

  private let state = Mutex(State())

  /// All of it, for a snapshot.
  var memory: State {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// How notifications of what happens from now on are sent.
  var notifications: NoticePlan {
    get { state.withLock(\.notifications) }
    set { state.withLock { $0.notifications = newValue } }
  }

  /// The next calls that it fits are answered with the error.
  func fail(with error: PayError, count: Int) {
    state.withLock { ($0.error, $0.errorsLeft) = (error, count) }
  }

  /// Only refunds can lack the merchant's money.
  func takeError(at path: String) throws(PayError) {
    let error = state.withLock { state -> PayError? in
      guard state.errorsLeft > 0, let error = state.error else { return nil }
      guard error != .notEnough || path == "/v3/refund/domestic/refunds" else { return nil }
      state.errorsLeft -= 1
      return error
    }
    if let error { throw error }
  }
}
