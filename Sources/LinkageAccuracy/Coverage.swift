package import LinkageCore

/// Whether the truth lies inside the measured intervals.
package struct Coverage: Sendable, Hashable {
  package let writes: Int
  /// The truth, as far as it is known, is not outside.
  package let inside: Int
  /// All of the range within which the truth is known lies inside.
  package let whollyInside: Int
  /// No read showed the change by the deadline: only a lower bound was measured.
  package let censored: Int
  package let violations: [Violation]
  /// Writes that the truth log does not know.
  package let missing: [String]
  /// How well the truth itself is known: the median and the worst.
  package let truthWidth: Spread?

  package struct Spread: Sendable, Hashable {
    package let median: Nanoseconds
    package let worst: Nanoseconds
  }

  package var holds: Bool { violations.isEmpty && missing.isEmpty }

  package init(of writes: [MeasuredWrite], truth: [String: TrueVisibility]) {
    let known = writes.compactMap { write in truth[write.entity].map { (write, $0) } }
    self.writes = writes.count
    // What no read showed may not have arrived yet.
    missing = writes.filter { $0.latency.upper != nil && truth[$0.entity] == nil }.map(\.entity)
    violations = known.filter { !$0.0.mayContain($0.1) }.map(Self.violation)
    inside = writes.count - violations.count - missing.count
    whollyInside = known.count { $0.0.contains($0.1) }
    censored = writes.count { $0.latency.upper == nil }
    let widths = Ranks(known.map { $0.1.width })
    truthWidth = widths.quantile(0.5).map { median in
      Spread(median: Nanoseconds(median), worst: Nanoseconds(widths.quantile(1) ?? median))
    }
  }

  private static func violation(_ write: MeasuredWrite, _ truth: TrueVisibility) -> Violation {
    let start = write.acknowledged
    return Violation(
      entity: write.entity, latency: write.latency,
      truth: (Instant(truth.notBefore) - start)...(Instant(truth.notAfter) - start))
  }
}

extension MeasuredWrite {
  private var lower: Int64 { (acknowledged + latency.lower).nanoseconds }
  private var upper: Int64 { latency.upper.map { (acknowledged + $0).nanoseconds } ?? .max }

  /// Some moment that may be the true one lies in the measured interval. Its ends were stamped
  /// before a read was written and after an answer was read, so touching them is no violation.
  fileprivate func mayContain(_ truth: TrueVisibility) -> Bool {
    lower <= truth.notAfter && upper >= truth.notBefore
  }

  /// Every moment that may be the true one does.
  fileprivate func contains(_ truth: TrueVisibility) -> Bool {
    lower <= truth.notBefore && upper >= truth.notAfter
  }
}
