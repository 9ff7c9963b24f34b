import Foundation
import MockKit
import Mocks
import Testing

@Suite struct CatalogueTests {
  private static let tea = "/api/staff/products/tea-puer"
  private static let ceramics = #"{"category":"ceramics","name":"陶瓷","nameEn":"Ceramics"}"#

  private func change(
    _ body: String, at version: Int, _ world: MockWorld,
    headers: [(String, String)] = [MockWorld.clerk]
  ) async throws -> Answer {
    try await world.visitor(.web).call(
      "PATCH", Self.tea, body, headers: headers + [("if-match", "\"\(version)\"")])
  }

  private func product(_ world: MockWorld, on side: ShopSide) async throws -> JSON {
    try await world.visitor(on: side).call("GET", "/api/products/tea-puer").json
  }

  @Test("a category that the website adds stands behind all others on both platforms")
  func adds() async throws {
    try await MockWorld.run { world in
      let added = try await world.staff(on: .web, "/api/staff/categories", Self.ceramics)
      #expect(added.status == 201 && added.json["category"].text == "ceramics")
      try await world.settle()
      for side in ShopSide.allCases {
        let list = try await world.visitor(on: side).call("GET", "/api/categories").json["items"]
          .list
        #expect(list.count == 7 && list.last == added.json, "\(side)")
      }
      let empty = try await world.visitor(.mini).call("GET", "/api/products?category=ceramics")
      #expect(empty.status == 200 && empty.json["items"].list.isEmpty)
    }
  }

  @Test("a category is added once, by the staff, on the website, and with a plain word")
  func refusesCategories() async throws {
    try await MockWorld.run { world in
      let path = "/api/staff/categories"
      let visitor = world.visitor(.web)
      #expect(
        try await visitor.call("POST", path, Self.ceramics).outcome == "401 /problems/staff-only")
      #expect(try await world.staff(on: .web, path, Self.ceramics).status == 201)
      let again = try await world.staff(on: .web, path, Self.ceramics)
      #expect(again.outcome == "409 /problems/category-exists")
      let odd = try await world.staff(
        on: .web, path, #"{"category":"陶 瓷","name":"陶瓷","nameEn":"Ceramics"}"#)
      #expect(odd.outcome == "422 /problems/invalid-request" && odd.text.contains("`category`"))
      let there = try await world.staff(on: .mini, path, Self.ceramics)
      #expect(there.outcome == "404 /problems/unknown-route")
    }
  }

  @Test("a new price and category reach the mini-program, and its orders cost as much")
  func reprices() async throws {
    try await MockWorld.run { world in
      let changed = try await change(#"{"price":"201.00","category":"gifts"}"#, at: 1, world)
      #expect(changed.status == 200 && changed.json["version"].int == 2)
      #expect(changed.json["name"].text == "云南普洱茶饼 357克")
      try await world.settle()
      #expect(try await product(world, on: .mini) == changed.json)
      let buyer = try await world.register("13912345678", on: .mini)
      #expect(try await buyer.order("tea-puer", 2).json["itemsAmount"].text == "402.00")
    }
  }

  @Test(
    "a change that is none is not told; one of a stale version or a wrong value changes nothing")
  func refusesChanges() async throws {
    try await MockWorld.run { world in
      let before = try await product(world, on: .web)
      #expect(try await change(#"{"price":"199.50"}"#, at: 1, world).json == before)
      for (body, version, outcome) in [
        (#"{"price":"1.00"}"#, 7, "412 /problems/precondition-failed"),
        (#"{"price":"0.00"}"#, 1, "422 /problems/invalid-request"),
        (#"{"category":"moon"}"#, 1, "422 /problems/invalid-request"),
        ("{}", 1, "422 /problems/invalid-request"),
      ] {
        #expect(try await change(body, at: version, world).outcome == outcome, "\(body)")
      }
      let untagged = try await world.staff(
        on: .web, Self.tea, #"{"price":"1.00"}"#, method: "PATCH")
      #expect(untagged.outcome == "428 /problems/precondition-required")
      let stranger = try await change(#"{"price":"1.00"}"#, at: 1, world, headers: [])
      #expect(stranger.outcome == "401 /problems/staff-only")
      #expect(try await product(world, on: .web) == before)
      #expect(world.set.isQuiet)
    }
  }

  @Test("a sale leaves the staff's version as it was, and shows a reader something new")
  func sells() async throws {
    try await MockWorld.run { world in
      let web = world.visitor(.web)
      let before = try await web.call("GET", "/api/products/tea-puer")
      let buyer = try await world.register("13912345678", on: .web)
      _ = try await buyer.order("tea-puer", 1)
      try await world.settle()
      let after = try await web.call("GET", "/api/products/tea-puer")
      #expect(after.json["version"].int == 1 && after.json["stock"].int == 19_999)
      #expect(after.wire.header("etag") != before.wire.header("etag"))
      #expect(try await change(#"{"price":"1.00"}"#, at: 1, world).status == 200)
    }
  }
}
