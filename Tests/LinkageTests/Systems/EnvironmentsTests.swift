import Testing

/// What environments share stands in one file; each has one of its own.
@Suite("Several environments of one shop")
struct EnvironmentsTests {
  static func shop() throws -> SmallServer {
    try SmallServer { request in
      switch (request.method, request.path) {
      case ("GET", "/api/member"): .json(#"{"points":3}"#)
      case ("POST", "/api/login") where request.json("code") == "123456":
        .json(#"{"token":"t-1"}"#)
      case ("GET", "/token"): .json(#"{"sent":"\#(request.headers["authorization"] ?? "")"}"#)
      default: .notFound
      }
    }
  }

  @Test("a target takes what it does not say from the one that it extends")
  func extends() async throws {
    let (web, mini) = (try Self.shop(), try Self.shop())
    let recipe = try Recipe("staging", ["https://mini.staging.example.com": mini.url])
    try recipe.add(try Recipe.block("base"), as: "base.yaml")
    try await recipe.passes(
      """
        - { do: web.member, as: alice, expect: [ out.points == 3 ] }
        - { do: mini.login, as: alice, with: { code: "123456" } }
        - { on: mini, as: alice, get: /token, expect: [ http.body.sent == 'Bearer t-1' ] }
      """, environment: ["WEB_URL": web.url])
  }

  @Test("a production that may only be looked at skips what writes")
  func production() async throws {
    let shop = try Self.shop()
    let recipe = try Recipe(
      "production", ["https://www.example.com": shop.url, "https://mini.example.com": shop.url])
    try recipe.add(try Recipe.block("base"), as: "base.yaml")
    try await recipe.passes("  - { do: web.member, as: alice, expect: [ out.points == 3 ] }\n")
    let writing = try await recipe.run(
      "  - { do: mini.login, as: alice, with: { code: \"123456\" } }\n")
    #expect(writing.code == 5)
    #expect(writing.output.contains("mini.login"), "\(writing.output)\(writing.errors)")
  }
}
