import MockKit

/// Why something does not open.
enum OpenProblem: ProblemConvertible, Equatable {
  case noEntrance(String)
  case noPicture
  case unknownLink
  /// When it ended, in RFC 3339.
  case expired(String)
  case otherApp(String)
  case unknownPage(String)
  case tooManyToday(Int)

  var problem: Problem {
    switch self {
    case .noEntrance(let text):
      Problem(
        422, "no-entrance", "This is no link and no code",
        detail:
          "Expected a scheme, a URL link, a short link or the text of a code, found `\(text)`."
      )
    case .noPicture:
      Problem(
        422, "no-picture", "This is no picture of a code",
        detail:
          "Expected a code's JPEG or PNG in Base64, as it was answered. Of a picture that was "
          + "written anew, scan the text and send it as `code`.")
    case .unknownLink:
      Problem(
        404, "link-unknown", "Nobody made this link",
        detail: "The link was not made here, or before a restart or reset.")
    case .expired(let end):
      Problem(410, "link-expired", "The link has expired", detail: "The link lived until \(end).")
    case .otherApp(let appid):
      Problem(
        404, "app-unknown", "There is no such app",
        detail: "Nothing is known of the app `\(appid)`.")
    case .unknownPage(let path):
      Problem(
        404, "page-unknown", "The page does not exist",
        detail: "The app has no released page `\(path)`.")
    case .tooManyToday(let limit):
      Problem(
        429, "open-limit", "Links were opened too often today",
        detail: "Schemes and URL links were opened \(limit) times today, which is all.")
    }
  }
}
