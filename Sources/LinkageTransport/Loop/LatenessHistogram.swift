import LinkageCore

/// How late timers were, in logarithmic buckets at most 1/16 wide.
struct LatenessHistogram {
  private var counts = [Int](repeating: 0, count: 64 * 16)
  private var total = 0
  private var longest: Int64 = 0

  mutating func record(_ nanoseconds: Int64) {
    counts[Self.bucket(of: nanoseconds)] += 1
    total += 1
    longest = max(longest, nanoseconds)
  }

  mutating func add(_ other: LatenessHistogram) {
    for (bucket, count) in other.counts.enumerated() { counts[bucket] += count }
    total += other.total
    longest = max(longest, other.longest)
  }

  /// `nil` before the first timer. Quantiles are their bucket's upper edge, never above the longest.
  var summary: RunEnd.Lateness? {
    if total == 0 { return nil }
    return RunEnd.Lateness(
      p50: quantile(0.5), p99: quantile(0.99), max: Nanoseconds(longest))
  }

  private func quantile(_ share: Double) -> Nanoseconds {
    let rank = max(1, Int((Double(total) * share).rounded(.up)))
    var seen = 0
    for (bucket, count) in counts.enumerated() where count > 0 {
      seen += count
      if seen >= rank { return Nanoseconds(min(longest, Self.upperEdge(of: bucket))) }
    }
    return Nanoseconds(longest)
  }

  /// Below 16 each value has its own; above, the leading bit and the four bits behind it.
  private static func bucket(of value: Int64) -> Int {
    let value = UInt64(max(0, value))
    if value < 16 { return Int(value) }
    let exponent = 63 - value.leadingZeroBitCount
    return (exponent - 3) * 16 + Int((value >> UInt64(exponent - 4)) & 15)
  }

  private static func upperEdge(of bucket: Int) -> Int64 {
    if bucket < 16 { return Int64(bucket) }
    let exponent = bucket / 16 + 3
    let step = UInt64(1) << UInt64(exponent - 4)
    let lower = (UInt64(16 + bucket % 16)) << UInt64(exponent - 4)
    return Int64(clamping: lower + step - 1)
  }
}
