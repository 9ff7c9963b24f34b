/// Sleepers by deadline, first come first served among equals.
struct TimerQueue {
  typealias Continuation = UnsafeContinuation<Void, Never>

  private struct Entry {
    /// In nanoseconds on the monotonic clock.
    var deadline: Int64
    /// The ticket's number: grows with time, never used twice.
    var number: UInt64

    func isBefore(_ other: Entry) -> Bool {
      (deadline, number) < (other.deadline, other.number)
    }
  }

  /// Who still sleeps; a heap entry without one was cancelled.
  private var sleepers: [UInt64: Continuation] = [:]
  private var heap: [Entry] = []

  var count: Int { sleepers.count }

  /// The first deadline, which may be a cancelled sleeper's.
  var first: Int64? { heap.first?.deadline }

  mutating func add(_ number: UInt64, at deadline: Int64, _ continuation: Continuation) {
    sleepers[number] = continuation
    heap.append(Entry(deadline: deadline, number: number))
    siftUp(heap.count - 1)
  }

  mutating func remove(_ number: UInt64) -> Continuation? {
    guard let continuation = sleepers.removeValue(forKey: number) else { return nil }
    if heap.count > 2 * sleepers.count + 64 { dropCancelled() }
    return continuation
  }

  /// The next sleeper whose deadline is at or before `moment`.
  mutating func popDue(_ moment: Int64) -> (deadline: Int64, continuation: Continuation)? {
    while let first = heap.first, first.deadline <= moment {
      removeFirst()
      if let continuation = sleepers.removeValue(forKey: first.number) {
        return (first.deadline, continuation)
      }
    }
    return nil
  }

  /// A sorted array is a heap.
  private mutating func dropCancelled() {
    heap = heap.filter { sleepers[$0.number] != nil }.sorted { $0.isBefore($1) }
  }

  private mutating func removeFirst() {
    let last = heap.removeLast()
    if heap.isEmpty { return }
    heap[0] = last
    siftDown(0)
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard heap[index].isBefore(heap[parent]) else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in (2 * index + 1)...(2 * index + 2)
      where child < heap.count && heap[child].isBefore(heap[least]) {
        least = child
      }
      if least == index { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
