/// What a form or a draw is refused for.
enum LotteryError: Error, Sendable, Equatable {
  case noSurvey(String)
  case noForm(String)
  /// One person, one form.
  case handedIn(survey: String, form: String)
  case drawn(form: String)
}

extension LotteryError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .noSurvey(let name):
      Problem(
        404, "survey-not-found", "No such survey",
        detail: "There is no survey \"\(name)\"; the website's GET /api/surveys lists them.")
    case .noForm(let id):
      Problem(404, "form-not-found", "No such form", detail: "You have handed in no form \(id).")
    case .handedIn(let survey, let form):
      Problem(
        409, "form-handed-in", "Handed in already",
        detail: "You have handed in \(survey) as form \(form).")
    case .drawn(let form):
      Problem(
        409, "already-drawn", "Drawn already",
        detail: "Form \(form) has had its draw; GET /api/draws/\(form) shows it.")
    }
  }
}
