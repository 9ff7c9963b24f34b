import Crypto
import Foundation
import MockKit
import Mocks
import Testing

@Suite struct DownloadTests {
  @discardableResult
  private static func download(_ report: String, _ visitor: Visitor) async throws -> Answer {
    try await visitor.call("POST", "/api/library/\(report)/download", "{}")
  }

  private static func items(_ visitor: Visitor) async throws -> [JSON] {
    try await visitor.call("GET", "/api/downloads").json["items"].list
  }

  private static func ids(_ visitor: Visitor) async throws -> [String] {
    try await items(visitor).map { $0["reportId"].text }
  }

  @Test("what is downloaded on the website is on both platforms, newest first, at the same times")
  func travels() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let first = try await Self.download("price-list", customer.web)
      let second = try await Self.download("tea-market", customer.web)
      #expect(first.status == 201 && second.status == 201)
      try await world.settle()
      for side in ShopSide.allCases {
        let items = try await Self.items(customer.visitor(side))
        #expect(items == [second.json, first.json], "\(side)")
      }
    }
  }

  @Test("its file is the same on both platforms, and 304 to whoever has it")
  func opens() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      for (report, type) in [
        ("tea-market", "application/pdf"), ("price-list", "text/csv; charset=utf-8"),
      ] {
        let download = try await Self.download(report, customer.web).json
        try await world.settle()
        let path = download["path"].text
        let files = [
          try await customer.web.call("GET", path), try await customer.mini.call("GET", path),
        ]
        #expect(files[0].wire.body == files[1].wire.body)
        for file in files {
          #expect(file.status == 200 && file.wire.header("content-type") == type)
          #expect(file.wire.body.count == download["bytes"].int)
          let digest = SHA256.hash(data: file.wire.body).map { String(format: "%02x", $0) }
          #expect(digest.joined() == download["sha256"].text)
          let name = try #require(file.wire.header("content-disposition"))
          #expect(name == "attachment; filename=\"\(report).\(download["format"].text)\"")
        }
        let tag = try #require(files[0].wire.header("etag"))
        #expect(!tag.hasPrefix("W/") && files[1].wire.header("etag") == tag)
        let again = try await customer.mini.call("GET", path, headers: [("if-none-match", tag)])
        #expect(again.status == 304 && again.wire.body.isEmpty)
      }
    }
  }

  @Test("only its member opens a download", arguments: ShopSide.allCases)
  func belongs(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      try await Self.download("tea-market", customer.web)
      try await world.settle()
      let path = "/api/downloads/tea-market/file"
      let other = try await world.register("13912345670", on: side)
      #expect(try await other.call("GET", path).outcome == "404 /problems/download-not-found")
      #expect(try await Self.items(other).isEmpty)
      let guest = world.visitor(on: side)
      for path in [path, "/api/downloads", "/api/downloads?limit=x"] {
        #expect(try await guest.call("GET", path).outcome == "401 /problems/not-logged-in")
      }
      #expect(try await customer.visitor(side).call("GET", path).status == 200)
      try await customer.web.call("DELETE", "/api/member")
      try await world.settle()
      let gone = try await customer.visitor(side).call("GET", path)
      #expect(gone.outcome == "401 /problems/not-logged-in")
    }
  }

  @Test("downloaded again, a report is there once, as it was, and nothing travels")
  func again() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let first = try await Self.download("tea-market", customer.web)
      try await Self.download("price-list", customer.web)
      try await world.settle()
      let second = try await Self.download("tea-market", customer.web)
      #expect(second.status == 200 && second.json == first.json)
      #expect(world.set.isQuiet)
      #expect(try await Self.ids(customer.mini) == ["price-list", "tea-market"])
      let missing = try await Self.download("none", customer.web)
      #expect(missing.outcome == "404 /problems/report-not-found")
    }
  }

  @Test("of two messages of one download the earlier time counts, whichever comes first")
  func disorder() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let member = try await customer.web.member["memberId"].text
      let sender = LinkSender(world: world)
      for (id, time) in [("evt_b", 2_000), ("evt_a", 1_000), ("evt_c", 3_000)] {
        let body = LinkSender.event(
          id, "report.downloaded",
          #"{"memberId":"\#(member)","reportId":"tea-market","atMs":\#(time),"source":"\#(id)"}"#)
        #expect(try await sender.send(id, body).status == 204)
      }
      let items = try await Self.items(customer.mini)
      #expect(items.map { $0["downloadedAt"].text } == ["1970-01-01T00:00:01.000Z"])
      #expect(items.map { $0["source"].text } == ["evt_a"])
    }
  }

  @Test("two members who become one have the downloads of both, each report once")
  func merges() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.register("13912345679", on: .mini)
      let there = try await world.logInEventually("13912345679", on: .web)
      let first = try await Self.download("tea-market", there).json
      for report in ["tea-market", "price-list"] { try await Self.download(report, web) }
      try await world.settle()
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345678", openid: openid))
      try await world.settle()
      for visitor in [web, mini] {
        #expect(try await Self.ids(visitor) == ["price-list", "tea-market"])
        #expect(try await Self.items(visitor)[1] == first)
      }
    }
  }

  @Test("downloads come in pages", arguments: ShopSide.allCases)
  func pages(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let all = ["teapot-care", "price-list", "tea-market"]
      for report in all { try await Self.download(report, customer.web) }
      try await world.settle()
      var seen: [String] = []
      var target: String? = "/api/downloads?limit=1"
      while let next = target, seen.count < 5 {
        let answer = try await customer.visitor(side).call("GET", next)
        seen += answer.json["items"].list.map { $0["reportId"].text }
        target = answer.wire.header("link").map { String($0.dropFirst().prefix { $0 != ">" }) }
      }
      #expect(seen == all.reversed())
    }
  }
}
