/// What a group is refused for.
enum GroupError: Error, Sendable, Equatable {
  case notFound(String)
  /// No rule for groups is active.
  case noRule
  case full(String)
  /// It did not fill in time.
  case over(String)
  case joinedAlready(String, order: String)
  /// What was bought with it waits until it is full.
  case open(String, order: String)
}

extension GroupError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(404, "group-not-found", "No such group", detail: "There is no group \(id).")
    case .noRule:
      Problem(
        409, "no-group-buy", "No groups for now",
        detail: "No group-buy campaign is active; GET /api/campaigns lists them.")
    case .full(let id):
      Problem(
        409, "group-full", "The group is full", detail: "Group \(id) is full; open another one.")
    case .over(let id):
      Problem(
        409, "group-over", "The group is over",
        detail: "Group \(id) did not fill in time; open another one.")
    case .joinedAlready(let id, let order):
      Problem(
        409, "already-in-group", "In the group already",
        detail: "You are in group \(id) with order \(order).")
    case .open(let id, let order):
      Problem(
        409, "group-open", "The group is not full yet",
        detail: "Order \(order) waits for group \(id); until that is full it can only be refunded.")
    }
  }
}
