/// Answers the calls of one route.
package protocol Handler: Sendable {
  /// Any error that is `ProblemConvertible` becomes its problem, any other one a 500.
  func answer(_ call: Call) async throws -> Reply
}
