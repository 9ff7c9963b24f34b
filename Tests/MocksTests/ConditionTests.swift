import MockKit
import Testing

@Suite struct ConditionTests {
  private static func order(_ visitor: Visitor) async throws -> (path: String, tag: String) {
    let order = try await visitor.order("cup-celadon", 1).json
    let path = "/api/orders/\(order["orderId"].text)"
    let tag = try await visitor.call("GET", path).wire.header("etag")
    return (path, try #require(tag))
  }

  @Test(
    "a reader who has an order already gets 304, until it changes", arguments: ShopSide.allCases)
  func notModified(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let (path, tag) = try await Self.order(visitor)
      #expect(tag == "\"1\"")
      for (asked, status) in [
        (tag, 304), ("W/\(tag)", 304), ("\"7\", \(tag)", 304), ("*", 304), ("\"7\"", 200),
        ("1", 200), ("\"1", 200), ("", 200), ("\"7,1\"", 200),
      ] {
        let answer = try await visitor.call("GET", path, headers: [("if-none-match", asked)])
        #expect(answer.status == status, "\(asked)")
        #expect(answer.wire.header("etag") == tag && answer.text.isEmpty == (status == 304))
      }
      #expect(try await visitor.call("POST", path + "/pay").status == 200)
      let changed = try await visitor.call("GET", path, headers: [("if-none-match", tag)])
      #expect(changed.status == 200 && changed.wire.header("etag") == "\"2\"")
    }
  }

  @Test("a profile changes only for those who saw the latest one", arguments: ShopSide.allCases)
  func lostUpdate(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let first = try #require(
        try await visitor.call("GET", "/api/member").wire.header("etag"))
      func rename(_ name: String, if asked: String?) async throws -> Answer {
        try await visitor.call(
          "PATCH", "/api/member", #"{"name":"\#(name)"}"#,
          headers: asked.map { [("if-match", $0)] } ?? [])
      }
      #expect(try await rename("a", if: nil).outcome == "428 /problems/precondition-required")
      for stale in ["\"0\"", "W/\(first)", "1", "", "\"0\", \"9\""] {
        #expect(
          try await rename("a", if: stale).outcome == "412 /problems/precondition-failed",
          "\(stale)")
      }
      let changed = try await rename("b", if: "\"0\", \(first)")
      #expect(changed.status == 200)
      let lost = try await rename("c", if: first)
      #expect(lost.outcome == "412 /problems/precondition-failed")
      #expect(lost.wire.header("etag") == changed.wire.header("etag"))
      #expect(try await rename("d", if: "\"2\"").status == 200)
      #expect(try await rename("e", if: "*").status == 200)
      #expect(try await visitor.call("GET", "/api/member").json["name"].text == "e")
    }
  }

  @Test("nobody deletes a member who has changed since", arguments: ShopSide.allCases)
  func deletes(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let tag = try #require(try await visitor.call("GET", "/api/member").wire.header("etag"))
      #expect(try await visitor.rename("x").status == 200)
      let stale = try await visitor.call("DELETE", "/api/member", headers: [("if-match", tag)])
      #expect(stale.outcome == "412 /problems/precondition-failed")
      let excluded = try await visitor.call(
        "DELETE", "/api/member", headers: [("if-none-match", "*")])
      #expect(excluded.outcome == "412 /problems/precondition-failed")
      let current = try #require(try await visitor.call("GET", "/api/member").wire.header("etag"))
      let gone = try await visitor.call("DELETE", "/api/member", headers: [("if-match", current)])
      #expect(gone.status == 204)
    }
  }

  @Test("a tag changes with everything that is shown, also with points")
  func coversAll() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let first = try #require(
        try await visitor.call("GET", "/api/member").wire.header("etag"))
      try await visitor.call("POST", "/api/points/earn", #"{"amount":5,"reason":"x"}"#)
      let later = try await visitor.call("GET", "/api/member", headers: [("if-none-match", first)])
      #expect(later.status == 200 && later.json["points"].int == 5)
    }
  }
}
