/// Why a prompt cannot be dismissed.
enum PromptError: Error, Sendable, Equatable, ProblemConvertible {
  case notFound(String)

  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "prompt-not-found", "No such prompt", detail: "You were shown no prompt \(id) here.")
    }
  }
}
