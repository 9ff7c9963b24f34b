import Foundation
import Synchronization
import Testing

/// A staging back end whose login a program may pass, in the ways that real ones offer.
final class LoginBackend: Sendable {
  let server: SmallServer
  /// Tells the codes that were "sent".
  let ops: SmallServer

  init() throws {
    let codes = Mutex<[String: String]>([:])
    server = try SmallServer { request in
      switch (request.method, request.path) {
      case ("POST", "/api/sms"):
        let phone = request.json("phone") ?? ""
        codes.withLock { $0[phone] = "\(100_000 + $0.count)" }
        return SmallAnswer(status: 204)
      case ("POST", "/api/login"):
        let (phone, code) = (request.json("phone") ?? "", request.json("code") ?? "")
        guard code == "000000" || codes.withLock({ $0[phone] }) == code else {
          return .json(#"{"message":"wrong code"}"#, status: 401)
        }
        return .json(#"{"token":"token-of-\#(phone)"}"#)
      case ("GET", "/api/member"):
        guard let token = request.headers["authorization"], token.hasPrefix("Bearer token-of-")
        else { return .json("{}", status: 401) }
        return .json(#"{"id":"\#(token.dropFirst(16))","points":3}"#)
      default: return .notFound
      }
    }
    ops = try SmallServer { request in
      guard request.headers["x-api-key"] == "ops-key", let phone = request.query["phone"],
        let code = codes.withLock({ $0[phone] })
      else { return SmallAnswer(status: 403) }
      return .json(#"{"text":"Your code is \#(code)."}"#)
    }
  }
}

@Suite("A login made for people")
struct LoginBackendTests {
  static let member =
    "  - { on: mini, as: alice, get: /api/member, expect: [ http.body.id == '13912345678' ] }\n"

  @Test("is passed with the code that staging always takes")
  func fixed() async throws {
    let backend = try LoginBackend()
    let recipe = try Recipe(
      "fixed-code", ["https://mini.staging.example.com": backend.server.url])
    try await recipe.passes("  - { do: mini.login, as: alice }\n" + Self.member)
  }

  @Test("is passed with the code that another endpoint tells")
  func lookup() async throws {
    let backend = try LoginBackend()
    let recipe = try Recipe(
      "code-lookup",
      [
        "https://mini.staging.example.com": backend.server.url,
        "https://ops.staging.example.com": backend.ops.url,
      ])
    try await recipe.passes(
      "  - { do: mini.login, as: alice }\n" + Self.member,
      environment: ["LINKAGE_SECRET_OPS": "ops-key"])
  }

  @Test("is not needed with tokens issued beforehand, which no output shows")
  func pool() async throws {
    let backend = try LoginBackend()
    let recipe = try Recipe(
      "token-pool", ["https://mini.staging.example.com": backend.server.url])
    let result = try await recipe.run(
      """
        - { do: mini.login, as: buyer1, expect: [ out.memberId == '90001' ] }
        - { do: mini.login, as: buyer2, expect: [ out.memberId == '90002' ] }
        - { on: mini, as: buyer1, get: /api/member, expect: [ http.body.id == 'x' ] }
        - { id: me, on: mini, as: alice, get: /api/member }
      """,
      environment: [
        "LINKAGE_SECRET_BUYER1": "token-of-90001", "LINKAGE_SECRET_BUYER2": "token-of-90002",
      ])
    #expect(result.code == 1)
    #expect(result.output.contains("FieldMismatch") || result.output.contains("ExpectationNotMet"))
    #expect(!result.output.contains("token-of-90001"), "\(result.output)")
  }
}
