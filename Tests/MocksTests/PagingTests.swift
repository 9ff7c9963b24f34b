import MockKit
import Testing

@Suite struct PagingTests {
  /// Follows `rel="next"` to the end.
  private static func pages(
    _ visitor: Visitor, _ path: String, between: () async throws -> Void = {}
  ) async throws -> [Answer] {
    var answers = [try await visitor.call("GET", path)]
    while let link = answers.last?.wire.header("link"), answers.count < 50 {
      #expect(link.hasSuffix(">; rel=\"next\"") && link.hasPrefix("</api/"))
      try await between()
      let target = link.dropFirst().prefix { $0 != ">" }
      answers.append(try await visitor.call("GET", String(target)))
    }
    return answers
  }

  @Test(
    "orders come in pages, each once and newest first, while others are placed",
    arguments: ShopSide.allCases)
  func orders(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      var ids: [String] = []
      for _ in 0..<7 {
        ids.append(try await visitor.order("cup-celadon", 1).json["orderId"].text)
      }
      let pages = try await Self.pages(visitor, "/api/orders?limit=3&status=created") {
        try await visitor.order("cup-celadon", 1)
      }
      #expect(pages.map { $0.json["items"].list.count } == [3, 3, 1])
      let seen = pages.flatMap { $0.json["items"].list.map { $0["orderId"].text } }
      #expect(Set(seen) == Set(ids) && seen.count == 7)
      let times = pages.flatMap { $0.json["items"].list.map { $0["createdAt"].text } }
      #expect(times == times.sorted(by: >))
      let none = try await visitor.call("GET", "/api/orders?status=paid")
      #expect(none.text == #"{"items":[]}"# && none.wire.header("link") == nil)
    }
  }

  @Test("a ledger comes in pages, oldest first, under the balance of all of it")
  func points() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      for _ in 0..<5 {
        try await visitor.call("POST", "/api/points/earn", #"{"amount":2,"reason":"x"}"#)
      }
      let pages = try await Self.pages(visitor, "/api/points?limit=2")
      #expect(pages.map { $0.json["entries"].list.count } == [2, 2, 1])
      #expect(pages.allSatisfy { $0.json["balance"].int == 10 })
      let entries = pages.flatMap { $0.json["entries"].list.map { $0["entryId"] } }
      #expect(Set(entries).count == 5)
      #expect(
        try await visitor.call("GET", "/api/points").json["entries"].list.map { $0["entryId"] }
          == entries)
    }
  }

  @Test("products come in pages, in the order of the catalogue")
  func products() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.mini)
      let all = try await visitor.call("GET", "/api/products").json["items"].list
      let pages = try await Self.pages(visitor, "/api/products?limit=3")
      #expect(pages.flatMap { $0.json["items"].list } == all && all.count == 9)
      #expect(pages.count == 3)
    }
  }

  @Test(
    "what is no page is refused",
    arguments: [
      ("/api/orders?limit=0", "`limit`"), ("/api/orders?limit=101", "`limit`"),
      ("/api/orders?limit=ten", "`limit`"), ("/api/orders?limit=", "`limit`"),
      ("/api/orders?limit=99999999999999999999", "`limit`"),
      ("/api/orders?cursor=nonsense", "`cursor`"), ("/api/orders?cursor=WyJhIl0", "`cursor`"),
      ("/api/orders?cursor=", "`cursor`"), ("/api/orders?status=lost", "`status`"),
      ("/api/points?limit=-1", "`limit`"), ("/api/products?limit=1000", "`limit`"),
    ])
  func refuses(path: String, field: String) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let answer = try await visitor.call("GET", path)
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(answer.json["detail"].text.contains(field))
    }
  }
}
