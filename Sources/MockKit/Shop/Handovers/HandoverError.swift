/// What a ticket is refused for.
package enum HandoverError: Error, Sendable, Equatable {
  case notFound(String)
  case forged
  case expired(String)
  case used(String)
}

extension HandoverError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "handover-not-found", "No such hand-over", detail: "You have no hand-over \(id).")
    case .forged:
      Problem(
        401, "handover-forged", "The ticket is not genuine",
        detail: "Expected a ticket of POST /api/handovers of the mini-program, unaltered.")
    case .expired(let moment):
      Problem(
        410, "handover-expired", "The ticket has expired",
        detail: "It was good until \(moment); ask for another one.")
    case .used(let moment):
      Problem(
        410, "handover-used", "The ticket has been used",
        detail: "It is good once, and was used at \(moment); ask for another one.")
    }
  }
}
