import Foundation
import Synchronization
import Testing

/// A mini-program back end that answers 200 to everything; its session travels in a header.
final class ErrcodeBackend: Sendable {
  let server: SmallServer

  init() throws {
    let orders = Mutex(0)
    server = try SmallServer { request in
      switch (request.method, request.path) {
      case ("POST", "/login"):
        guard request.headers["x-session"] == nil else { return .notFound }
        return .json(#"{"errcode":0}"#, "X-Session: s-\(request.json("phone") ?? "")")
      case ("POST", "/api/orders"):
        let number = orders.withLock { orders in
          orders += 1
          return orders
        }
        if number > 1 { return .json(#"{"errcode":50012,"errmsg":"sold out"}"#) }
        return .json(#"{"errcode":0,"data":{"id":9007199254740993,"price":"15.98"}}"#)
      case ("GET", "/me"):
        return .json(#"{"session":"\#(request.headers["x-session"] ?? "none")"}"#)
      default: return .json(#"{"errmsg":"no such path"}"#)
      }
    }
  }
}

@Suite("A back end that answers 200 to everything")
struct ErrcodeBackendTests {
  @Test("succeeds and refuses by its body, and keeps ids beyond 2^53")
  func errcode() async throws {
    let backend = try ErrcodeBackend()
    let recipe = try Recipe("errcode", ["https://mini.example.com": backend.server.url])
    try recipe.add(
      """
      contract: linkage/v1
      platforms: { mini: {} }
      operations:
        mini.order:
          in: { sku: string, quantity: int }
          out: { orderId: id, amount: money }
          errors: [out_of_stock, not_logged_in]
      """, as: "contract.yaml")
    try await recipe.passes(
      """
        - id: order
          do: mini.order
          with: { sku: cup, quantity: 2 }
          expect: [ "out.orderId == '9007199254740993'", out.amount == 1598 ]
        - { do: mini.order, with: { sku: cup, quantity: 1 }, fails: out_of_stock }
        - { id: me, on: mini, as: alice, get: /me }
      """)
  }

  @Test("what no rule covers is unexpected")
  func unexpected() async throws {
    let backend = try SmallServer { _ in .json(#"{"errmsg":"down for maintenance"}"#) }
    let recipe = try Recipe("errcode", ["https://mini.example.com": backend.url])
    let result = try await recipe.run(
      "  - { do: mini.order, as: alice, with: { sku: cup, quantity: 2 } }\n")
    #expect(result.code != 0)
    #expect(result.output.contains("UnexpectedAnswer"), "\(result.output)")
  }

  @Test("gets the session in its header once there is one")
  func session() async throws {
    let backend = try ErrcodeBackend()
    let recipe = try Recipe("header-session", ["https://mini.example.com": backend.server.url])
    try await recipe.passes(
      """
        - { id: before, on: mini, as: alice, get: /me, expect: [ http.body.session == 'none' ] }
        - { do: mini.login, as: alice }
        - { id: after, on: mini, as: alice, get: /me, expect: [ http.body.session == 's-13912345678' ] }
      """)
  }
}
