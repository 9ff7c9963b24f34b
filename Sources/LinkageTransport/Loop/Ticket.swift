import Synchronization

/// Names one wait of one task, so that its cancellation finds it on the loop.
final class Ticket: Sendable {
  private static let next = Atomic<UInt64>(0)

  let number: UInt64
  private let cancelled = Atomic<Bool>(false)
  private let slot = Atomic<Int>(-1)

  init() {
    number = Ticket.next.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// Where the loop keeps who waits; only for its thread.
  var place: Int {
    get { slot.load(ordering: .relaxed) }
    set { slot.store(newValue, ordering: .relaxed) }
  }

  /// Set before the loop is told: a wait that begins later sees it, one that began is found.
  var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  func cancel() { cancelled.store(true, ordering: .releasing) }
}
