/// A report that a member has downloaded.
struct Download: Sendable, Encodable {
  let reportId: String
  let title: String
  let titleEn: String
  let format: Report.Format
  let bytes: Int
  let sha256: String
  /// Where the file is, on either platform.
  let path: String
  let downloadedAt: String
  /// By which link of the mini-program the member came, and where that stood.
  let linkId: String?
  let source: String?

  init(_ report: Report, _ record: DownloadRecord) {
    let view = ReportView(report)
    reportId = view.reportId
    title = view.title
    titleEn = view.titleEn
    format = view.format
    bytes = view.bytes
    sha256 = view.sha256
    path = "/api/downloads/\(view.reportId)/file"
    downloadedAt = MockClock.timestamp(.milliseconds(record.atMs))
    linkId = record.linkId
    source = record.source
  }
}

/// A download as it travels.
struct DownloadRecord: Sendable, Equatable, Codable {
  /// Under which id it was made; a merge leaves it.
  let memberId: String
  let reportId: String
  /// In ms since 1970. No two downloads of one member have the same time, so that the order is the
  /// same everywhere.
  let atMs: Int64
  let linkId: String?
  let source: String?
}
