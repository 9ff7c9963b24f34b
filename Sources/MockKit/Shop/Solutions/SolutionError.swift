/// Why something cannot be done with what is made to order.
enum SolutionError: Error, Sendable, Equatable {
  case notFound(String)
  case notNext(Solution.Stage, after: Solution.Stage, of: String)
}

extension SolutionError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "solution-not-found", "No such solution", detail: "You have no solution \(id).")
    case .notNext(let wanted, let stage, let id):
      Problem(
        409, "stage-not-next", "That stage does not come next",
        detail: "Solution \(id) is \(stage.rawValue), so it cannot become \(wanted.rawValue); "
          + "expected \(Self.names(stage.next)).")
    }
  }

  private static func names(_ stages: [Solution.Stage]) -> String {
    stages.isEmpty
      ? "nothing more, for that is its end"
      : stages.map(\.rawValue).joined(separator: " or ")
  }
}
