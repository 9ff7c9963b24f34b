/// Sleepers by deadline, first come first served among equals.
struct TimerQueue {
  typealias Continuation = UnsafeContinuation<Void, Never>

  /// Who still sleeps; a heap entry without one was cancelled.
  private var sleepers: [UInt64: Continuation] = [:]
  private var heap = MomentHeap()

  var count: Int { sleepers.count }

  /// The first deadline, which may be a cancelled sleeper's.
  var first: Int64? { heap.first?.moment }

  /// `number` is the ticket's.
  mutating func add(_ number: UInt64, at deadline: Int64, _ continuation: Continuation) {
    sleepers[number] = continuation
    heap.add(number, at: deadline)
  }

  mutating func remove(_ number: UInt64) -> Continuation? {
    guard let continuation = sleepers.removeValue(forKey: number) else { return nil }
    if heap.count > 2 * sleepers.count + 64 { heap.keep { sleepers[$0.number] != nil } }
    return continuation
  }

  /// The next sleeper whose deadline is at or before `moment`.
  mutating func popDue(_ moment: Int64) -> (deadline: Int64, continuation: Continuation)? {
    while let first = heap.first, first.moment <= moment {
      heap.removeFirst()
      if let continuation = sleepers.removeValue(forKey: first.number) {
        return (first.moment, continuation)
      }
    }
    return nil
  }
}
