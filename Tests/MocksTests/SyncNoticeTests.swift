import Foundation
import MockKit
import Mocks
import Testing

@Suite struct SyncNoticeTests {
  private static let text = "数据正在同步中，请稍后查看"
  private let reads = [
    "/api/member", "/api/points", "/api/orders", "/api/coupons", "/api/sign-in",
  ]

  /// The notice in the field, where the header says the same.
  private func notice(_ visitor: Visitor, _ path: String = "/api/member") async throws -> String? {
    let answer = try await visitor.call("GET", path)
    let header = answer.wire.header("x-sync-notice")
    let field = answer.json["syncNotice"].text
    #expect(header?.dropFirst(7).removingPercentEncoding ?? "" == field)
    #expect(header?.hasPrefix("UTF-8''%E6%95%B0") ?? true)
    return header.map { _ in field }
  }

  private func earn(_ visitor: Visitor) async throws {
    try await visitor.call("POST", "/api/points/earn", #"{"amount":1,"reason":"x"}"#)
  }

  @Test("while a member's events wait, every read of theirs says so, and nobody else's")
  func waits() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      let other = try await world.register("13912345679", on: .web)
      try await world.settle()
      #expect(try await notice(web) == nil)
      world.set.setLink(LinkFaults(down: true))
      try await earn(web)
      for path in reads { #expect(try await notice(web, path) == Self.text) }
      #expect(try await notice(web, "/api/products") == nil)
      #expect(try await notice(other) == nil)
      #expect(try await notice(mini) == nil)
      let raw = try await web.call("GET", "/api/orders").text
      #expect(raw == #"{"syncNotice":"\#(Self.text)","items":[]}"#)
      world.set.setLink(LinkFaults())
      try await world.settle()
      try await eventually { try await notice(web) == nil ? true : nil }
    }
  }

  @Test("a delivery that is held or tried again says so, too")
  func holds() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      try await world.settle()
      world.set.setLink(LinkFaults(latency: .milliseconds(600_000)))
      try await earn(web)
      #expect(try await notice(web) == Self.text)
      world.set.clock.advance(by: .seconds(600))
      try await world.settle()
      #expect(try await notice(web) == nil)
    }
  }

  @Test("who does not hear of the other side for three seconds says so, until it does again")
  func silence() async throws {
    var options = try MockWorld.options
    options.patience = .seconds(3)
    try await MockWorld.run(options) { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      try await world.settle()
      world.set.setLink(LinkFaults(down: true), direction: .miniToWeb)
      try await eventually { try await notice(web) == Self.text ? true : nil }
      try await eventually { try await notice(mini) == nil ? true : nil }
      world.set.setLink(LinkFaults())
      try await eventually { try await notice(web) == nil ? true : nil }
    }
  }

  @Test("a heartbeat must be signed")
  func signed() async throws {
    try await MockWorld.run { world in
      let sender = LinkSender(world: world, path: "/_link/heartbeat")
      let genuine = try await sender.send("hb_1", "{}")
      #expect(genuine.status == 204)
      let forged = LinkSender(
        world: world, secret: LinkReceiverTests.otherSecret, path: "/_link/heartbeat")
      #expect(try await forged.send("hb_1", "{}").outcome == "401 /problems/bad-signature")
    }
  }

  @Test("a reader who has the latest already is told, too")
  func notModified() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      try await earn(web)
      let tag = try #require(try await web.call("GET", "/api/member").wire.header("etag"))
      let again = try await web.call("GET", "/api/member", headers: [("if-none-match", tag)])
      #expect(again.status == 304 && again.text.isEmpty)
      #expect(again.wire.header("x-sync-notice") != nil)
    }
  }
}
