/// Why a report is not handed out.
enum DownloadError: Error, Sendable, Equatable {
  case noReport(String)
  case notDownloaded(String)
  case registrationRequired(String)
}

extension DownloadError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .noReport(let id):
      Problem(404, "report-not-found", "No such report", detail: "There is no report \"\(id)\".")
    case .notDownloaded(let id):
      Problem(
        404, "download-not-found", "Not downloaded",
        detail: "You have not downloaded a report \"\(id)\".")
    case .registrationRequired(let id):
      Problem(
        401, "registration-required", "For members alone",
        detail: "Register or log in to get the report \"\(id)\".")
    }
  }
}
