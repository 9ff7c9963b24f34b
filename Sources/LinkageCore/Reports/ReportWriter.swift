/// Makes one format from a stored run; the same run gives the same bytes.
public protocol ReportWriter: Sendable {
  /// The file's name in the run's folder.
  var fileName: String { get }
  func write(_ run: JudgedRun, language: Language) throws -> [UInt8]
}
