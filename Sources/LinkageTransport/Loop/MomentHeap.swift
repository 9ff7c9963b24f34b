/// Moments in order, first come first served among equals: a binary heap.
struct MomentHeap {
  struct Entry {
    /// In nanoseconds on the monotonic clock.
    var moment: Int64
    /// Grows with time, never used twice.
    var number: UInt64

    func isBefore(_ other: Entry) -> Bool {
      moment != other.moment ? moment < other.moment : number < other.number
    }
  }

  private var entries: [Entry] = []

  var first: Entry? { entries.first }
  var count: Int { entries.count }

  mutating func add(_ number: UInt64, at moment: Int64) {
    entries.append(Entry(moment: moment, number: number))
    siftUp(entries.count - 1)
  }

  mutating func removeFirst() {
    let last = entries.removeLast()
    if entries.isEmpty { return }
    entries[0] = last
    siftDown(0)
  }

  /// A sorted array is a heap.
  mutating func keep(where isKept: (Entry) -> Bool) {
    entries.removeAll { !isKept($0) }
    entries.sort { $0.isBefore($1) }
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard entries[index].isBefore(entries[parent]) else { return }
      entries.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in (2 * index + 1)...(2 * index + 2)
      where child < entries.count && entries[child].isBefore(entries[least]) {
        least = child
      }
      if least == index { return }
      entries.swapAt(index, least)
      index = least
    }
  }
}
