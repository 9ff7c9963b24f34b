package import LinkageCore

/// The formats that a run is reported in.
package enum Reports {
  /// A new format is one line here.
  package static let all: [any ReportWriter] = [
    JUnitReport(),
    ResultsReport(),
  ]

  /// All files of one format: more than one only where its readers limit a file's size.
  package static func files(_ writer: any ReportWriter, of run: JudgedRun, language: Language)
    throws -> [ReportFile]
  {
    if let splitting = writer as? any SplittingReportWriter {
      return try splitting.files(run, language: language)
    }
    return [ReportFile(name: writer.fileName, bytes: try writer.write(run, language: language))]
  }
}
