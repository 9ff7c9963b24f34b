import Foundation

/// `GET /openapi.json`.
struct OpenAPIHandler: Handler {
  let documentation: Documentation

  func answer(_ call: Call) async throws -> Reply {
    Reply(
      status: 200, contentType: "application/json",
      body: Data(try documentation.document().json.utf8))
  }
}
