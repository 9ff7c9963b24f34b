import CLoop
import Glibc
import Synchronization

/// The part of a loop that other threads touch: what they want run, and the wake-up.
final class LoopInbox: Sendable {
  private struct State {
    var items: [LoopItem] = []
    /// A wake-up is written and not yet answered: further items need none.
    var isWaking = false
    var isStopping = false
  }

  private let state = Mutex(State())
  private let thread = Atomic<UInt>(0)
  /// An eventfd; the loop's thread closes it when it ends.
  let wakeUp: Int32

  init(wakeUp: Int32) { self.wakeUp = wakeUp }

  /// Whether the caller runs on the loop's thread.
  var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

  func adoptCurrentThread() { thread.store(UInt(pthread_self()), ordering: .relaxed) }

  func add(_ item: LoopItem) {
    change { $0.items.append(item) }
  }

  func stop() {
    change { $0.isStopping = true }
  }

  /// For a loop whose thread never started: no wake-up is written from now on.
  func abandon() {
    state.withLock { $0.isWaking = true }
  }

  /// Moves what has come to the end of `items`; true when the loop should end.
  func drain(into items: inout [LoopItem]) -> Bool {
    state.withLock { state in
      items.append(contentsOf: state.items)
      state.items.removeAll(keepingCapacity: true)
      state.isWaking = false
      return state.isStopping
    }
  }

  /// The write happens under the lock, so that the thread cannot end and close the eventfd between.
  private func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      if state.isWaking { return }
      state.isWaking = true
      eventfd_write(wakeUp, 1)
    }
  }
}
