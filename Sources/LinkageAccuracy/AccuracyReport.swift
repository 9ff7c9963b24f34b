package import LinkageCore

/// What the comparison of one distribution's writes with the truth came to.
package struct AccuracyReport: Sendable, Hashable {
  /// As it is given on the command line: `5ms..50ms`.
  package let latency: String
  package let coverage: Coverage
  /// Of those that had an upper end.
  package let width: Exactness.Quantiles?
  /// The true latencies since the acknowledgement.
  package let truth: Exactness.Quantiles?
  /// This program's first, then what others report, on as many reads.
  package let exactness: [Exactness]
  package let spacing: Spacing
  /// Writes that were to be measured and were not, for a journey that failed.
  package let unmeasured: Int

  /// How densely was read.
  package struct Spacing: Sendable, Hashable {
    /// Asked for between two reads.
    package let asked: Nanoseconds
    /// The median time from one read's sending to the next one's.
    package let reached: Nanoseconds?
    /// What the others read at.
    package let fixed: Nanoseconds
    /// How late the loops' timers were.
    package let lateness: RunEnd.Lateness?

    /// - Parameter gaps: the times from one read's sending to the next one's, in nanoseconds.
    package init(
      asked: Nanoseconds, gaps: [Int64], fixed: Nanoseconds, lateness: RunEnd.Lateness?
    ) {
      self.asked = asked
      reached = Ranks(gaps).quantile(0.5).map { Nanoseconds($0) }
      self.fixed = fixed
      self.lateness = lateness
    }
  }

  /// What all of them say: an interval that does not contain the truth is a failure, a write that was
  /// not measured leaves the question open, and so does none at all.
  package static func judgement(of reports: [AccuracyReport]) -> Judgement {
    if !reports.allSatisfy(\.coverage.holds) { return .fail }
    let isWhole = reports.allSatisfy { $0.unmeasured == 0 && $0.coverage.writes > 0 }
    return isWhole && !reports.isEmpty ? .pass : .unknown
  }

  /// - Parameters:
  ///   - own: what was measured as every run measures.
  ///   - fixed: what was read at fixed intervals.
  package init(
    latency: String, own: [MeasuredWrite], fixed: [MeasuredWrite],
    truth: [String: TrueVisibility], spacing: Spacing, unmeasured: Int
  ) {
    self.latency = latency
    self.spacing = spacing
    self.unmeasured = unmeasured
    coverage = Coverage(of: own, truth: truth)
    width = Exactness.Quantiles(
      of: own.compactMap { write in write.latency.upper.map { ($0 - write.latency.lower).count } })
    self.truth = Exactness.Quantiles(
      of: own.compactMap { write in
        truth[write.entity].map { $0.middle - write.acknowledged.nanoseconds }
      })
    exactness = [
      Exactness(of: own, by: .middle, truth: truth),
      Exactness(of: fixed, by: .firstHit, truth: truth),
      Exactness(of: fixed, by: .lastMiss, truth: truth),
    ].compactMap(\.self)
  }
}
