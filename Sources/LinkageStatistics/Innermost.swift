/// The innermost intervals of some bounds, and which of them each bounds hold.
struct Innermost {
  /// Ascending and disjoint.
  var intervals: [(lower: Int64, upper: Int64?)] = []
  /// For each sample the positions of the intervals inside its bounds: one or more, in a row.
  var ranges: [Range<Int>] = []

  init(of samples: [Bounds]) {
    let samples = samples.map(Self.halfOpen)
    intervals = Self.intervals(
      lowers: samples.map(\.lower).sorted(), uppers: samples.map(\.upper).sorted())
    let (starts, ends) = (intervals.map(\.lower), intervals.map { $0.upper ?? Self.never })
    ranges = samples.map { sample in
      let first = Self.position(in: starts) { $0 < sample.lower }
      return first..<max(Self.position(in: ends) { $0 <= sample.upper }, first + 1)
    }
  }

  private static let never = Int64.max

  /// A value that is known exactly lies in the last unit before it.
  private static func halfOpen(_ bounds: Bounds) -> (lower: Int64, upper: Int64) {
    let upper = max(bounds.upper ?? never, .min + 1)
    return (min(bounds.lower, upper - 1), upper)
  }

  /// A lower bound that an upper one follows next. Where both are the same the upper one comes
  /// first, since `(…, x]` and `(x, …]` have nothing in common.
  private static func intervals(
    lowers: [Int64], uppers: [Int64]
  ) -> [(lower: Int64, upper: Int64?)] {
    var found: [(lower: Int64, upper: Int64?)] = []
    var next = 0
    var open: Int64?
    for upper in uppers {
      while next < lowers.count, lowers[next] < upper {
        open = lowers[next]
        next += 1
      }
      if let lower = open {
        found.append((lower, upper == never ? nil : upper))
        open = nil
      }
    }
    return found
  }

  /// The first position at which a condition fails that holds for all before it.
  private static func position(in values: [Int64], while holds: (Int64) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(values[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
