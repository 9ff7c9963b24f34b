/// At how many moments some things must have happened at least, where each is known within bounds.
///
/// The fewest points that hit every interval, found by taking the earliest end again and again. So
/// many batches at least carried them; fewer than there are things proves no batch, but does not
/// exclude it either.
public enum Moments {
  /// - Parameter bounds: on one clock; those without upper bound never happened.
  public static func least(of bounds: [Bounds]) -> Int {
    let ends = bounds.compactMap { bounds in bounds.upper.map { (bounds.lower, $0) } }
    var count = 0
    var last = Int64.min
    for (lower, upper) in ends.sorted(by: { $0.1 < $1.1 }) where count == 0 || lower >= last {
      count += 1
      last = upper
    }
    return count
  }
}
