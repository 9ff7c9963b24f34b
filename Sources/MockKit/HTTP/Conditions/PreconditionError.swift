/// A change that was asked for under a condition which does not hold, or under none.
package enum PreconditionError: Error, Sendable, Equatable {
  case missing(current: EntityTag)
  case stale(asked: String, current: EntityTag)
  /// `If-None-Match` names what is there.
  case present(current: EntityTag)
}

extension PreconditionError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .missing(let current):
      Problem(
        428, "precondition-required", "If-Match is required",
        detail: "Read first, then send its ETag as If-Match; now it is \(current.text).")
    case .stale(let asked, let current):
      Problem(
        412, "precondition-failed", "Changed in the meantime",
        detail: "If-Match is \(asked), found \(current.text); read again, then decide.")
    case .present(let current):
      Problem(
        412, "precondition-failed", "It is there already",
        detail: "If-None-Match excludes \(current.text), which is what was found.")
    }
  }

  package var problemHeaders: [Reply.Header] {
    switch self {
    case .missing(let current), .stale(_, let current), .present(let current): [current.header]
    }
  }
}
