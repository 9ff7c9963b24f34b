/// Why the other platform has not decided.
enum PeerRefusal: Error, Sendable, Equatable {
  /// It refused; whoever asked is told the same.
  case refused(Problem)
  /// Nothing was asked, so nothing has changed.
  case notAsked(ShopSide, reason: String)
  /// Nobody knows whether it decided.
  case noAnswer(ShopSide, reason: String)
}

extension PeerRefusal: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .refused(let problem): problem
    case .notAsked(let side, let reason):
      Self.unavailable(side, "\(reason) Nothing was changed; try again.")
    case .noAnswer(let side, let reason):
      Self.unavailable(
        side, "\(reason) It may have been done all the same; look before you try again.")
    }
  }

  package var problemHeaders: [Reply.Header] {
    if case .refused = self { return [] }
    return [Reply.Header("Retry-After", "1")]
  }

  private static func unavailable(_ side: ShopSide, _ rest: String) -> Problem {
    Problem(
      503, "peer-unavailable", "The other platform does not answer",
      detail: "The \(side.title) decides about this. \(rest)")
  }
}
