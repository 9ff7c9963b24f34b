/// When which transfer is to be looked at again, by its place.
///
/// A transfer that ends leaves its entry behind: taking it out would cost each request more than
/// dropping many at once now and then. An entry counts while its transfer still waits for it.
struct Deadlines {
  private var heap = MomentHeap()

  /// The first, in nanoseconds; may be of a transfer that has ended.
  var first: Int64 { heap.first?.moment ?? .max }

  mutating func add(_ transfer: Transfer, at moment: Int64) {
    transfer.lookAt = moment
    heap.add(UInt64(transfer.place), at: moment)
  }

  mutating func popDue(_ now: Int64, in slots: Slots) -> Transfer? {
    while let first = heap.first, first.moment <= now {
      heap.removeFirst()
      if let transfer = Self.transfer(of: first, in: slots) { return transfer }
    }
    return nil
  }

  /// To be called now and then: keeps no more than a few entries for each transfer.
  mutating func tidy(_ slots: Slots) {
    guard heap.count > 4 * slots.count + 256 else { return }
    heap.keep { Self.transfer(of: $0, in: slots) != nil }
  }

  private static func transfer(of entry: MomentHeap.Entry, in slots: Slots) -> Transfer? {
    guard let transfer = slots[Int(entry.number)], transfer.lookAt == entry.moment else {
      return nil
    }
    return transfer
  }
}
