package import LinkageCore

/// At which fixed spacing a poller takes as many reads for a write as were taken otherwise.
package enum ReadBudget {
  /// - Parameter writes: what was measured; those that never arrived are left out.
  /// - Returns: at least a tenth of a millisecond; `nil` where nothing arrived.
  package static func spacing(for writes: [MeasuredWrite]) -> Nanoseconds? {
    let arrived = writes.filter { $0.latency.point != nil }
    guard !arrived.isEmpty else { return nil }
    let latencies = arrived.compactMap(\.latency.point).map { max($0.count, 0) }
    let reads = Double(arrived.reduce(0) { $0 + $1.reads }) / Double(arrived.count)
    var (low, high) = (Int64(100_000), Int64(10_000_000_000))
    while high - low > 1_000 {
      let middle = low + (high - low) / 2
      if mean(of: latencies, every: middle) > reads { low = middle } else { high = middle }
    }
    return Nanoseconds(high)
  }

  /// One read at once, then one each `spacing` up to the first that shows the change. The first gap
  /// is longer by a random share of the spacing, so on average that is one each spacing.
  private static func mean(of latencies: [Int64], every spacing: Int64) -> Double {
    let reads = latencies.reduce(0.0) { sum, latency in
      latency == 0 ? sum + 1 : sum + max(2, 1 + Double(latency) / Double(spacing))
    }
    return reads / Double(latencies.count)
  }
}
