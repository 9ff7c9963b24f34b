import Synchronization

/// Lets at most so many requests of one platform be in flight at once; the others wait in order.
package final class InFlightLimit: Sendable {
  private typealias Waiting = CheckedContinuation<Bool, Never>

  private struct State {
    var free: Int
    var numbers = 0
    /// By number; one in the queue without an entry here was cancelled.
    var waiting: [Int: Waiting] = [:]
    var queue: [Int] = []
    var head = 0

    mutating func popFirst() -> Waiting? {
      while head < queue.count {
        let number = queue[head]
        head += 1
        if let found = waiting.removeValue(forKey: number) { return found }
      }
      queue.removeAll(keepingCapacity: true)
      head = 0
      return nil
    }
  }

  private let state: Mutex<State>

  package init(_ limit: Int) { state = Mutex(State(free: max(limit, 1))) }

  /// False, and at once, where the task is cancelled: then nothing is to be released.
  package func acquire() async -> Bool {
    let number = state.withLock { state in
      state.numbers += 1
      return state.numbers
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { wait($0, as: number) }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: false)
    }
  }

  package func release() {
    let next = state.withLock { state in
      let next = state.popFirst()
      if next == nil { state.free += 1 }
      return next
    }
    next?.resume(returning: true)
  }

  /// A cancellation that came before finds nobody waiting, so it is looked for here.
  private func wait(_ continuation: Waiting, as number: Int) {
    let isIn: Bool? = state.withLock { state in
      if Task.isCancelled { return false }
      if state.free > 0 {
        state.free -= 1
        return true
      }
      state.waiting[number] = continuation
      state.queue.append(number)
      return nil
    }
    if let isIn { continuation.resume(returning: isIn) }
  }
}
