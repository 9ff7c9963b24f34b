import MockKit

extension MockWorld {
  /// Asks the console, below `/_admin/v1`.
  @discardableResult
  func admin(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async throws -> Answer {
    try await visitor(.console).call(method, "/_admin/v1" + path, body, headers: headers)
  }

  /// Name and points of whoever has that session, or the problem.
  func points(_ visitor: Visitor) async throws -> String {
    let answer = try await visitor.call("GET", "/api/member")
    return answer.json["points"].int.map { "\($0)" } ?? answer.outcome
  }
}
