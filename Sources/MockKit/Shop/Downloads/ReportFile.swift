import Crypto
import Foundation

/// A report as a file: the same bytes whichever platform makes them.
struct ReportFile: Sendable, Equatable {
  let name: String
  let contentType: String
  var data: Data

  init(_ report: Report) {
    name = "\(report.reportId).\(report.format.rawValue)"
    switch report.format {
    case .pdf:
      contentType = "application/pdf"
      data = PlainPDF(title: report.titleEn, lines: report.lines).data
    case .csv:
      contentType = "text/csv; charset=utf-8"
      data = Data(report.lines.map { $0 + "\r\n" }.joined().utf8)
    }
  }

  var sha256: String { SHA256.hash(data: data).map(Hexadecimal.pair).joined() }

  /// The file to be saved under its name; 304 to whoever has it already.
  func reply(to call: Call) -> Reply {
    let tag = EntityTag(version: 1, variant: [sha256])
    guard !call.knows(tag) else {
      return Reply(status: 304, contentType: nil, headers: [tag.header], body: Data())
    }
    return Reply(
      status: 200, contentType: contentType,
      headers: [
        tag.header, Reply.Header("Content-Disposition", "attachment; filename=\"\(name)\""),
        Reply.Header("Cache-Control", "private, no-cache"),
        Reply.Header("X-Content-Type-Options", "nosniff"),
      ], body: data)
  }
}
