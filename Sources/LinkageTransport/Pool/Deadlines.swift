/// When which transfer is to be looked at again.
///
/// A transfer that ends leaves its entry behind: taking it out would cost each request more than
/// dropping many at once now and then.
struct Deadlines {
  private var heap = MomentHeap()

  /// The first, in nanoseconds; may be of a transfer that has ended.
  var first: Int64 { heap.first?.moment ?? .max }

  mutating func add(_ number: UInt64, at moment: Int64) {
    heap.add(number, at: moment)
  }

  mutating func popDue(_ now: Int64) -> UInt64? {
    guard let first = heap.first, first.moment <= now else { return nil }
    heap.removeFirst()
    return first.number
  }

  /// To be called now and then: keeps no more than a few entries for each of `count` transfers.
  mutating func tidy(count: Int, isKept: (UInt64) -> Bool) {
    if heap.count > 4 * count + 256 { heap.keep(where: isKept) }
  }

  mutating func removeAll() { heap = MomentHeap() }
}
