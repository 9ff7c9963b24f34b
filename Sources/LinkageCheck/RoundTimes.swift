import LinkageStatistics

/// Times of one digit, 1, 2 or 5, at which one asks how many changes were visible.
enum RoundTimes {
  /// From just below the earliest to just above the latest, in nanoseconds; what was visible before
  /// its acknowledgement counts from there.
  static func around(_ latencies: [Bounds]) -> [Int64] {
    guard let first = latencies.map({ $0.upper ?? $0.lower }).min(),
      let last = latencies.map({ $0.upper ?? $0.lower }).max()
    else { return [] }
    let start = all.last { $0 <= first } ?? all[0]
    let end = all.first { $0 >= last } ?? all[all.count - 1]
    return all.filter { $0 >= start && $0 <= end }
  }

  /// From a tenth of a millisecond to some three years.
  private static let all: [Int64] = (5...17).flatMap { exponent in
    let unit = (0..<exponent).reduce(Int64(1)) { unit, _ in unit * 10 }
    return [unit, 2 * unit, 5 * unit]
  }
}
