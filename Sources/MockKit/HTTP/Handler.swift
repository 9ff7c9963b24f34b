/// Answers the calls of one route.
package protocol Handler: Sendable {
  /// Any error that is `ProblemConvertible` becomes its problem, any other one a 500.
  func answer(_ call: Call) async throws -> Reply
}

extension Handler {
  /// The answer, or the problem with which the call is refused.
  package func reply(to call: Call) async throws -> Reply {
    do {
      return try await answer(call)
    } catch let error as any ProblemConvertible {
      return error.problem.reply(headers: error.problemHeaders)
    }
  }
}
