package import LinkageCore

/// How far one way to make a number of the reads is from the truth.
package struct Exactness: Sendable, Hashable {
  package let estimator: Estimator
  /// Writes with an estimate and a truth.
  package let writes: Int
  package let readsPerWrite: Double
  /// The mean of estimate minus truth.
  package let bias: Nanoseconds
  /// Of the distance from the truth.
  package let error: Quantiles
  /// The sample's quantiles, estimated minus true.
  package let sampleMedian: Nanoseconds
  package let sampleHigh: Nanoseconds

  package struct Quantiles: Sendable, Hashable {
    package let p50: Nanoseconds
    package let p95: Nanoseconds
    package let p99: Nanoseconds

    /// `nil` for an empty sample.
    init?(of values: [Int64]) {
      let ranks = Ranks(values)
      guard let p50 = ranks.quantile(0.5), let p95 = ranks.quantile(0.95),
        let p99 = ranks.quantile(0.99)
      else { return nil }
      self.p50 = Nanoseconds(p50)
      self.p95 = Nanoseconds(p95)
      self.p99 = Nanoseconds(p99)
    }
  }

  /// `nil` where no write has both an estimate and a truth.
  package init?(
    of writes: [MeasuredWrite], by estimator: Estimator, truth: [String: TrueVisibility]
  ) {
    let pairs = writes.compactMap { write -> (estimated: Int64, true: Int64)? in
      guard let visible = truth[write.entity], let estimated = estimator.estimate(write)
      else { return nil }
      return (estimated, visible.middle - write.acknowledged.nanoseconds)
    }
    let errors = pairs.map { $0.estimated - $0.true }
    guard let error = Quantiles(of: errors.map(abs)),
      let estimated = Quantiles(of: pairs.map(\.estimated)),
      let actual = Quantiles(of: pairs.map(\.true))
    else { return nil }
    self.estimator = estimator
    self.writes = pairs.count
    self.error = error
    let reads = writes.reduce(0) { $0 + $1.reads }
    readsPerWrite = Double(reads) / Double(writes.count)
    let mean = errors.reduce(0) { $0 + Double($1) } / Double(errors.count)
    bias = Nanoseconds(Int64(mean.rounded()))
    sampleMedian = estimated.p50 - actual.p50
    sampleHigh = estimated.p95 - actual.p95
  }
}
