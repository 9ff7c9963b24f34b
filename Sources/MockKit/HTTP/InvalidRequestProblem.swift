extension InvalidRequest: ProblemConvertible {
  package var problem: Problem {
    Problem(422, "invalid-request", "The request is not valid", detail: detail)
  }

  private var detail: String {
    let name = field.isEmpty ? "the body" : "`\(field)`"
    switch reason {
    case .notJSON: return "The body is not valid JSON."
    case .number:
      return field.isEmpty
        ? "A number in the body is no whole one, or is too large."
        : "The number of \(name) is no whole one, or is too large."
    case .missing: return "Expected \(name), found nothing there."
    case .wrongType: return "The value of \(name) is of another type than expected."
    case .outside(let expected): return "Expected \(name) to be \(expected)."
    }
  }
}
