/// A run with its verdict: what every report is made from.
public struct JudgedRun: Sendable {
  public var history: History
  public var verdict: Verdict

  public init(history: History, verdict: Verdict) {
    self.history = history
    self.verdict = verdict
  }
}

/// Makes one format from a stored run; the same run gives the same bytes.
public protocol ReportWriter: Sendable {
  /// The file's name in the run's folder.
  var fileName: String { get }
  func write(_ run: JudgedRun, language: Language) throws -> [UInt8]
}
