import Synchronization

/// Work that a server does by itself: each time it is woken, when its time has come, and never twice
/// at once.
package final class Chore: Sendable {
  /// - Returns: when to work again, on the set's clock; nothing where only waking leads to it.
  package typealias Work = @Sendable () async -> Duration?

  private struct State {
    var work: Work?
    var isWanted = false
    var isStopped = false
    var worker: Task<Void, Never>?
    var timer: Task<Void, Never>?
    /// When the timer ends.
    var due: Duration?
  }

  private let clock: MockClock
  private let state = Mutex(State())

  package init(clock: MockClock) {
    self.clock = clock
  }

  /// Works for the first time.
  package func start(_ work: @escaping Work) {
    state.withLock { $0.work = work }
    wake()
  }

  /// Whoever wakes it while it works has it work once more. Before its start nothing happens.
  package func wake() {
    state.withLock { state in
      guard let work = state.work, !state.isStopped else { return }
      state.isWanted = true
      guard state.worker == nil else { return }
      state.worker = Task { await self.run(work) }
    }
  }

  /// Whether it neither works nor is about to.
  package var isResting: Bool {
    let now = clock.now
    return state.withLock { $0.worker == nil && ($0.due.map { $0 > now } ?? true) }
  }

  package func stop() async {
    let (worker, timer) = state.withLock { state in
      state.isStopped = true
      return (state.worker, state.timer)
    }
    for task in [worker, timer] { task?.cancel() }
    for task in [worker, timer] { await task?.value }
  }

  private func run(_ work: Work) async {
    while takeWish() {
      if let next = await work() { setTimer(next) }
    }
  }

  /// Where nobody wants it any more the worker is forgotten in the same breath.
  private func takeWish() -> Bool {
    state.withLock { state in
      guard state.isWanted, !state.isStopped else {
        state.worker = nil
        return false
      }
      state.isWanted = false
      if let due = state.due, due <= clock.now { state.due = nil }
      return true
    }
  }

  private func setTimer(_ time: Duration) {
    state.withLock { state in
      state.timer?.cancel()
      guard !state.isStopped else { return }
      state.due = time
      state.timer = Task {
        await self.clock.sleep(until: time)
        if !Task.isCancelled { self.wake() }
      }
    }
  }
}
