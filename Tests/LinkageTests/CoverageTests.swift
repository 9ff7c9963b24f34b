import Foundation
import Testing

@Suite("linkage coverage")
struct CoverageTests {
  @Test("shows what a suite checks of its contract, without a request", arguments: ["en", "zh"])
  func suite(language: String) async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(["coverage", "--lang", language], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    try Golden.expect(run.output, is: "coverage.\(language).txt")
    #expect(!folder.has("results"))
  }

  @Test("ends with 1 where a promise is unchecked, if that is asked for")
  func fails() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(
      ["coverage", "--fail-on-unchecked", "--json", "c.json", "--lang", "en"], in: folder)
    #expect(run.code == 1)
    let json = try JSONSerialization.jsonObject(with: folder.data("c.json")) as? [String: Any]
    let counts = try #require(json?["counts"] as? [String: Int])
    #expect(counts["unchecked"] ?? 0 > 0)
    #expect(counts["promises"] == (counts["checked"] ?? 0) + (counts["unchecked"] ?? 0))
    #expect(run.output.contains("\(counts["unchecked"] ?? 0) unchecked"))
  }

  @Test("tells what a target cannot do, and what is unchecked for that")
  func target() async throws {
    let folder = try ValidateTests.lacking()
    let run = try await Binary.run(["coverage", "--target", "part", "--lang", "en"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("Operations that the target mock lacks\n  mini.pay\n"))
    #expect(
      run.output.contains(
        "Scenarios that are skipped on mock\n  mini-order-web-lookup  skipped: the target lacks mini.pay"
      ), "\(run.output)")
    #expect(
      run.output.contains("mini.order (only by what is skipped here: mini-order-web-lookup)"),
      "\(run.output)")
  }

  @Test("works with a folder and a contract of one's own")
  func own() async throws {
    let folder = try Folder()
    try folder.write(
      """
      contract: linkage/v1
      platforms: { shop: { title: Shop }, app: { title: App } }
      entities: { cart: { key: cartId, fields: { cartId: id, items: list }, slo: 1s } }
      operations:
        shop.put: { writes: [cart], in: { cartId: id } }
        app.show: { reads: [cart], in: { cartId: id }, out: { items: list } }
      """, to: "my/contract.yaml")
    try folder.write(
      """
      target: here
      platforms: { shop: { base: "http://127.0.0.1:1" }, app: { base: "http://127.0.0.1:2" } }
      operations:
        shop.put: { put: "/carts/${with.cartId}" }
        app.show: { get: "/carts/${with.cartId}", out: { items: http.body } }
      """, to: "my/targets/here.yaml")
    let scenario = """
      scenario: cart
      steps:
        - { id: put, do: shop.put, with: { cartId: "1" } }
        - { do: app.show, with: { cartId: "1" }, %@expect: [ out.items.size() == 1 ] }
      """
    try folder.write(
      scenario.replacing("%@", with: "sync: { since: put }, "), to: "my/cart.yaml")
    let arguments = ["coverage", "my", "--target", "here", "--fail-on-unchecked", "--lang", "en"]
    let whole = try await Binary.run(arguments, in: folder)
    #expect(whole.code == 0, "\(whole.output)\(whole.errors)")
    #expect(whole.output.contains("✔  cart  shop→app  1  cart"), "\(whole.output)")
    try folder.write(scenario.replacing("%@", with: ""), to: "my/cart.yaml")
    let short = try await Binary.run(arguments, in: folder)
    #expect(short.code == 1)
    #expect(short.output.contains("  cart  slo 1 s shop→app"), "\(short.output)")
  }

  @Test("is wrongly used where a contract is to be kept and there is none")
  func noContract() async throws {
    let folder = try Folder()
    try folder.write(
      "scenario: s\nplatforms: { shop: \"http://127.0.0.1:1\" }\nsteps: [ { on: shop, get: / } ]\n",
      to: "s.yaml")
    #expect(try await Binary.run(["coverage", "s.yaml"], in: folder).code == 0)
    let strict = try await Binary.run(
      ["coverage", "s.yaml", "--fail-on-unchecked", "--lang", "en"], in: folder)
    #expect(strict.code == 2)
    #expect(strict.errors.contains("--contract"), "\(strict.errors)")
  }

  @Test("ends with 6 where the file cannot be written")
  func notWritten() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let run = try await Binary.run(["coverage", "--json", "scenarios"], in: folder)
    #expect(run.code == 6)
    #expect(run.errors.contains("`scenarios`"))
  }

  @Test("finds that the bundled scenarios leave no promise of their contract unchecked")
  func bundled() async throws {
    let folder = try Folder()
    let run = try await Binary.run(["coverage", "--fail-on-unchecked", "--lang", "en"], in: folder)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(!run.output.contains("\n  –"), "\(run.output)")
  }
}
