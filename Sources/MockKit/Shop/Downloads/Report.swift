/// Something to read in the library of the website.
package struct Report: Sendable, Equatable, Codable {
  package enum Format: String, Sendable, Codable {
    case pdf, csv
  }

  package let reportId: String
  package let title: String
  package let titleEn: String
  package let format: Format
  /// Whether it is for members alone.
  package let exclusive: Bool
  /// What stands in it; of a PDF's only the ASCII is shown.
  package let lines: [String]
}

/// A report as the library shows it.
struct ReportView: Sendable, Encodable {
  let reportId: String
  let title: String
  let titleEn: String
  let format: Report.Format
  let exclusive: Bool
  let bytes: Int
  /// Of the file, in lower-case hexadecimal digits.
  let sha256: String

  init(_ report: Report) {
    let file = ReportFile(report)
    reportId = report.reportId
    title = report.title
    titleEn = report.titleEn
    format = report.format
    exclusive = report.exclusive
    bytes = file.data.count
    sha256 = file.sha256
  }
}
