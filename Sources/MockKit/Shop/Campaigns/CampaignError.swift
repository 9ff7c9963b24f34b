/// What cannot be done with a campaign.
enum CampaignError: Error, Sendable, Equatable, ProblemConvertible {
  case notFound(String)
  /// It follows from the levels.
  case fixed(String)

  var problem: Problem {
    switch self {
    case .notFound(let name):
      Problem(
        404, "campaign-not-found", "No such campaign",
        detail: "There is no campaign \"\(name)\"; GET /api/campaigns lists them.")
    case .fixed(let name):
      Problem(
        409, "campaign-fixed", "The campaign cannot be changed",
        detail: "Campaign \"\(name)\" follows from the levels of GET /api/levels.")
    }
  }
}
