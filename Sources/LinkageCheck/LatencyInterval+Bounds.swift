import LinkageCore
import LinkageStatistics

extension LatencyInterval {
  var bounds: Bounds {
    Bounds(lower: lower.count, upper: upper?.count, point: point?.count)
  }

  /// The one place that says when a latency keeps to a limit.
  func answer(to limit: Nanoseconds) -> LimitAnswer {
    LimitAnswer(limit: limit.count, lower: lower.count, upper: upper?.count)
  }

  init(_ bounds: Bounds) {
    self.init(
      lower: Nanoseconds(bounds.lower), upper: bounds.upper.map { Nanoseconds($0) },
      point: bounds.point.map { Nanoseconds($0) })
  }
}

extension SampleQuantiles {
  /// `nil` for an empty sample.
  init?(_ quantiles: SampleQuantile) {
    guard let p50 = quantiles.bounds(at: 0.5), let p95 = quantiles.bounds(at: 0.95),
      let p99 = quantiles.bounds(at: 0.99)
    else { return nil }
    self.init(p50: LatencyInterval(p50), p95: LatencyInterval(p95), p99: LatencyInterval(p99))
  }
}
