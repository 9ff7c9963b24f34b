package import LinkageCore

/// A format whose readers limit a file's size, so that a large run takes several.
package protocol SplittingReportWriter: ReportWriter {
  func files(_ run: JudgedRun, language: Language) throws -> [ReportFile]
}
