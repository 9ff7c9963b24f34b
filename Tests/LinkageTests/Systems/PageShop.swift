import Synchronization
import Testing

/// A website without an API: everything stands in its pages.
final class PageShop: Sendable {
  let server: SmallServer

  init() throws {
    let tokens = Mutex<[String]>([])
    server = try SmallServer { request in
      switch (request.method, request.path) {
      case ("GET", "/orders/4"):
        return .page(
          """
          <p id=status>Paid &amp; shipped<table><tr><td class="total">&yen;15.98</table>
          <p>Tracking number SF1234567
          """)
      case ("GET", "/products/cup"):
        let token = tokens.withLock { tokens in
          tokens.append("fresh&\(tokens.count)")
          return tokens[tokens.count - 1]
        }
        return .page("<meta name=csrf-token content='\(token.replacing("&", with: "&amp;"))'>")
      case ("POST", "/api/reviews"):
        let token = request.headers["x-csrf-token"] ?? ""
        guard tokens.withLock({ $0.last == token }) else { return SmallAnswer(status: 403) }
        return .json(#"{"stars":\#(request.json("stars") ?? "0")}"#, status: 201)
      default: return .notFound
      }
    }
  }
}

@Suite("A website of pages")
struct PageShopTests {
  @Test("is read through its markup, entities and all")
  func pages() async throws {
    let shop = try PageShop()
    let recipe = try Recipe("pages", ["https://shop.example.com": shop.server.url])
    try recipe.add(
      """
      contract: linkage/v1
      platforms: { web: {} }
      operations:
        web.order:
          in: { orderId: id }
          out: { status: string, amount: money, trackingId: string }
          errors: [order_not_found]
      """, as: "contract.yaml")
    try await recipe.passes(
      """
        - id: order
          do: web.order
          as: alice
          with: { orderId: 4 }
          expect:
            - out.status.trim() == 'Paid & shipped'
            - out.amount == 1598
            - out.trackingId == 'SF1234567'
        - { do: web.order, as: alice, with: { orderId: 5 }, fails: order_not_found }
      """)
  }

  @Test("takes only the token of its last page")
  func tokens() async throws {
    let shop = try PageShop()
    let recipe = try Recipe("token-in-page", ["https://shop.example.com": shop.server.url])
    try await recipe.passes(
      """
        - { do: web.review, as: alice, with: { sku: cup, stars: 5 }, expect: [ http.body.stars == 5 ] }
        - { do: web.review, as: alice, with: { sku: cup, stars: 4 }, expect: [ http.body.stars == 4 ] }
        - { on: web, as: alice, post: /api/reviews, json: {}, ok: http.status == 403 }
      """)
  }
}
