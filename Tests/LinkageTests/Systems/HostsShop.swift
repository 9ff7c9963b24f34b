import Testing

/// A website with a second host for pictures and an ERP behind Basic authentication.
@Suite("A website with other hosts")
struct HostsShopTests {
  @Test("is patched, shows what stands elsewhere and asks the ERP with its password")
  func hosts() async throws {
    let shop = try SmallServer { request in
      guard request.method == "PATCH", request.path == "/api/member" else { return .notFound }
      return .json(request.text)
    }
    let pictures = try SmallServer { request in
      request.path == "/avatars/a%2Fb.png" ? SmallAnswer(body: "png") : .notFound
    }
    let erp = try SmallServer { request in
      guard request.headers["authorization"] == "Basic bGlua2FnZTplcnAtcGFzcw==" else {
        return SmallAnswer(status: 401)
      }
      guard request.path == "/api/v2/stock/cup", request.query["warehouse"] == "4" else {
        return .notFound
      }
      return .json(#"{"available":"7"}"#)
    }
    let recipe = try Recipe(
      "hosts",
      [
        "https://shop.example.com": shop.url, "https://cdn.example.com": pictures.url,
        "https://erp.example.com": erp.url,
      ])
    try await recipe.passes(
      """
        - { do: web.rename, as: alice, with: { name: 李雷 }, expect: [ http.body.name == '李雷' ] }
        - { do: web.avatar, as: alice, with: { memberId: a/b } }
        - { do: web.stock, as: alice, with: { sku: cup }, expect: [ out.left == 7 ] }
      """, environment: ["LINKAGE_SECRET_ERP": "erp-pass"])
  }
}
