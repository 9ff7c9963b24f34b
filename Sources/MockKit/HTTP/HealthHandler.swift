/// `GET /health`.
package struct HealthHandler: Handler {
  private struct Health: Encodable {
    let status = "ok"
    let server: String
  }

  private let server: String

  package init(server: String) {
    self.server = server
  }

  package func answer(_ call: Call) async throws -> Reply {
    try .json(Health(server: server))
  }
}
