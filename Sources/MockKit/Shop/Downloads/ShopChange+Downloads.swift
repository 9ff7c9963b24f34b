extension ShopChange {
  /// Notes that a member downloads a report. What was downloaded before stays as it was.
  func download(_ report: Report, of member: String, by link: ReportLink?) throws -> Reply {
    if let known = try Downloads.find(report.reportId, of: member, in: database) {
      return try .json(Download(known.report, known.record))
    }
    let latest = try Downloads.latest(of: member, in: database)
    let record = DownloadRecord(
      memberId: member, reportId: report.reportId,
      atMs: max(milliseconds, latest.map { $0 + 1 } ?? 0), linkId: link?.linkId,
      source: link?.source)
    try Downloads.put(record, of: member, in: database)
    try publish(.reportDownloaded, of: "\(member)/\(report.reportId)", for: member, record)
    return try .json(Download(report, record), status: 201)
  }
}

extension LinkApplier {
  func take(_ record: DownloadRecord) throws {
    try Downloads.put(record, of: try known(record.memberId), in: database)
  }
}
