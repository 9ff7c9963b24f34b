import Testing

/// A website of the old kind: a login answers 302 either way, and two cookies bear one name.
final class RedirectingShop: Sendable {
  let server: SmallServer

  init() throws {
    server = try SmallServer { request in
      switch (request.method, request.path) {
      case ("POST", "/login"):
        if request.form["pass"] != "geheim-1" { return .redirect("/login?error=1") }
        return .redirect(
          "/account", "Set-Cookie: sid=shop; Path=/", "Set-Cookie: sid=account; Path=/account")
      case ("GET", "/"): return .redirect("/welcome")
      case ("GET", "/welcome"): return .page("Welcome")
      case ("GET", "/account"), ("GET", "/news"):
        let cookies = request.cookies("sid").map { "\"\($0)\"" }.joined(separator: ",")
        return .json("[\(cookies)]")
      default: return .notFound
      }
    }
  }
}

@Suite("A website that redirects")
struct RedirectingShopTests {
  @Test("tells by the place it sends to whether a login succeeded")
  func redirects() async throws {
    let shop = try RedirectingShop()
    let recipe = try Recipe("redirects", ["https://shop.example.com": shop.server.url])
    try await recipe.passes(
      """
        - { do: web.login, as: alice, with: { password: wrong }, fails: bad_credentials }
        - { do: web.login, as: alice }
        - { do: web.home, as: alice, expect: [ out.address.endsWith('/welcome') ] }
      """)
  }

  @Test("gets of two cookies with one name those that its path asks for, the nearer one first")
  func cookies() async throws {
    let shop = try RedirectingShop()
    let recipe = try Recipe("cookies", ["https://shop.example.com": shop.server.url])
    try await recipe.passes(
      """
        - { do: web.login, as: alice }
        - { on: web, as: alice, get: /news, expect: [ "http.body == ['shop']" ] }
        - { on: web, as: alice, get: /account, expect: [ "http.body == ['account', 'shop']" ] }
      """)
  }
}
