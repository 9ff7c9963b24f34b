/// A link to a report of the library that the mini-program hands out, to visitors, too.
struct ReportLink: Sendable, Equatable, Codable {
  /// Sets these signatures apart from others.
  static let purpose = "linkage-report."

  let linkId: String
  let reportId: String
  /// Where in the mini-program it stands, such as `chat`.
  let source: String?
  /// RFC 3339.
  let createdAt: String
}

extension Shop {
  /// - Returns: the link as an address carries it.
  func sign(_ link: ReportLink) throws -> String {
    try SignedTicket.issue(link, for: ReportLink.purpose, with: relay.environment.keys.newest)
  }

  /// What an address carries, where it leads to that report.
  func link(_ text: String, to report: String) throws(InvalidRequest) -> ReportLink {
    let link = SignedTicket.read(
      text, as: ReportLink.self, for: ReportLink.purpose, with: relay.environment.keys.all)
    guard let link, link.reportId == report else {
      throw InvalidRequest(
        field: "link",
        reason: .outside("a `link` of POST /api/library/\(report)/link of the mini-program"))
    }
    return link
  }
}
