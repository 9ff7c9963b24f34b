import LinkageAccuracy

/// What the lines about one latency begin with.
enum AccuracyLabel { case truth, inside, knownWithin, width, reads, notSeen, unmeasured }

/// The columns of the table, in their order.
enum AccuracyColumn: CaseIterable {
  case rule, reads, bias, median, high, highest, sampleMedian, sampleHigh
}

/// The words of `linkage accuracy` in one language.
protocol AccuracyWords {
  func head(version: String, spacing: String, inFlight: Int, seed: UInt64) -> String
  /// What stands behind a latency as it was written.
  func explained(_ meaning: String) -> String
  func label(_ label: AccuracyLabel) -> String
  func column(_ column: AccuracyColumn) -> String
  /// - Parameter every: the fixed spacing of the others.
  func rule(_ estimator: Estimator, every: String) -> String
  func inside(_ inside: Int, of writes: Int) -> String
  func knownWithin(_ median: String, atMost: String, whollyInside: Int) -> String
  func spacing(asked: String, reached: String) -> String
  func lateness(p50: String, p99: String) -> String
  var notTrusted: String { get }
  func censored(_ count: Int) -> String
  func unmeasured(_ count: Int) -> String
  func violation(_ entity: String, measured: String, truth: String) -> String
  func missing(_ entity: String) -> String
  func more(_ count: Int) -> String
  func verdict(writes: Int, inside: Int, missing: Int, unmeasured: Int) -> String
  var interrupted: String { get }
}
