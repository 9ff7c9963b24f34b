import Foundation
import MockKit
import Mocks
import Testing

@Suite struct ConsoleStateTests {
  static let earn = #"{"amount":7,"reason":"x"}"#

  @Test("the console tells what there is and that all servers are up")
  func health() async throws {
    try await MockWorld.run { world in
      let index = try await world.visitor(.console).call("GET", "/").json
      #expect(index["servers"]["web"].text == world.set.urls[.web])
      #expect(index["routes"].list.contains(.text("POST /_admin/v1/reset")))
      let health = try await world.admin("GET", "/health").json
      #expect(health["status"].text == "ok")
      #expect(health["servers"]["wechat"]["status"].text == "up")
      #expect(health["servers"]["mini"]["url"].text == world.set.urls[.mini])
    }
  }

  @Test("a reset to the seed forgets all that was done and gives the same ids again")
  func reset() async throws {
    try await MockWorld.run { world in
      let first = try await world.register("13912345678", on: .web)
      let id = try await first.call("GET", "/api/member").json["memberId"]
      try await world.settle()
      let reset = try await world.admin("POST", "/reset", #"{"to":"seed"}"#)
      #expect(reset.json["epoch"].int == 1)
      #expect(try await world.points(first) == "401 /problems/not-logged-in")
      let again = try await world.register("13912345678", on: .web)
      #expect(try await again.call("GET", "/api/member").json["memberId"] == id)
      try await world.settle()
      let mini = try await world.logIn("13912345678", on: .mini).answer
      #expect(mini.json["member"]["memberId"] == id)
      let seeded = try await world.visitor(.web).call(
        "POST", "/api/login", #"{"phone":"13800000001","password":"linkage-1"}"#)
      #expect(seeded.json["points"].int == 120)
    }
  }

  @Test("a reset to nothing leaves no member, and members can be added to both sides")
  func empty() async throws {
    try await MockWorld.run { world in
      try await world.admin("POST", "/reset", #"{"to":"empty"}"#)
      let nobody = try await world.visitor(.web).call(
        "POST", "/api/login", #"{"phone":"13800000001","password":"linkage-1"}"#)
      #expect(nobody.outcome == "401 /problems/bad-credentials")
      let seed =
        #"{"members":[{"phone":"13900000001","points":40,"password":"p-1","wechat":true}]}"#
      let added = try await world.admin("POST", "/seed", seed)
      let member = added.json["members"][0]
      #expect(added.status == 201)
      let web = try await world.visitor(.web).call(
        "POST", "/api/login", #"{"phone":"13900000001","password":"p-1"}"#)
      #expect(web.json["memberId"] == member["memberId"] && web.json["points"].int == 40)
      let codes = try await world.codes("13900000001")
      #expect(codes["openid"] == member["openid"])
      let mini = try await world.visitor(.mini).call(
        "POST", "/api/login", #"{"code":"\#(codes["code"].text)"}"#)
      #expect(mini.json["member"] == web.json)
      let twice = try await world.admin("POST", "/seed", seed)
      #expect(twice.outcome == "409 /problems/phone-taken")
      let product =
        #"{"products":[{"sku":"x-1","name":"茶","nameEn":"Tea","category":"tea","price":"9.90","stock":3}]}"#
      #expect(try await world.admin("POST", "/seed", product).json["products"][0].text == "x-1")
      for server in [MockServerName.web, .mini] {
        let shown = try await world.visitor(server).call("GET", "/api/products/x-1").json
        #expect(shown["stock"].int == 3 && shown["price"].text == "9.90")
      }
      #expect(
        try await world.visitor(.counter).call("GET", "/api/stock/x-1").json["stock"].int == 3)
    }
  }

  @Test("a snapshot brings back members, sessions, the outbox and the clock")
  func snapshot() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      try await web.call("POST", "/api/points/earn", Self.earn)
      let taken = try await world.admin("POST", "/snapshots", #"{"name":"before"}"#)
      #expect(taken.status == 201 && taken.json["name"].text == "before")
      world.set.setLink(LinkFaults())
      try await world.settle()
      try await web.call("POST", "/api/points/earn", Self.earn)
      try await world.admin("POST", "/clock/advance", #"{"ms":86400000}"#)
      world.set.setLink(LinkFaults(down: true))
      let restored = try await world.admin("POST", "/snapshots/before/restore")
      #expect(restored.status == 200)
      #expect(try await world.points(web) == "7")
      #expect(world.set.linkStatus[.webToMini]?.pending == 1)
      #expect(try await world.admin("GET", "/clock").json["offsetMs"].int ?? 1 <= 0)
      world.set.setLink(LinkFaults())
      try await world.settle()
      let mini = try await world.logIn("13912345678", on: .mini).answer
      #expect(mini.json["member"]["points"].int == 7)
    }
  }

  @Test("snapshots are listed, named once, and deleted; unknown ones say which there are")
  func names() async throws {
    try await MockWorld.run { world in
      try await world.admin("POST", "/snapshots", #"{"name":"a"}"#)
      let twice = try await world.admin("POST", "/snapshots", #"{"name":"a"}"#)
      #expect(twice.outcome == "409 /problems/snapshot-exists")
      for name in ["seed", "../x", "", "x/y"] {
        let wrong = try await world.admin("POST", "/snapshots", #"{"name":"\#(name)"}"#)
        #expect(wrong.outcome == "422 /problems/invalid-request")
      }
      let listed = try await world.admin("GET", "/snapshots").json["items"].list
      #expect(listed.map { $0["name"].text } == ["a"])
      let unknown = try await world.admin("POST", "/reset", #"{"to":"b"}"#)
      #expect(unknown.outcome == "404 /problems/snapshot-not-found")
      #expect(unknown.json["detail"].text.hasSuffix("there is a."))
      #expect(try await world.admin("DELETE", "/snapshots/a").status == 204)
      #expect(try await world.admin("GET", "/snapshots").json["items"].list.isEmpty)
    }
  }

  @Test("what was on its way when the mocks were reset arrives nowhere, and is counted")
  func discards() async throws {
    var options = try MockWorld.options
    options.linkLatency = .milliseconds(1)
    try await MockWorld.run(options) { world in
      let discarded = try await eventually {
        await withTaskGroup { group in
          for number in 10...40 {
            let body = #"{"phone":"139123456\#(number)","password":"secret-1"}"#
            group.addTask {
              _ = try? await world.visitor(.web).call("POST", "/api/register", body)
            }
          }
          _ = try? await world.admin("POST", "/reset", #"{"to":"seed"}"#)
        }
        try await world.settle()
        let sync = try await world.admin("GET", "/sync").json
        return sync["discarded"].int.flatMap { $0 > 0 ? $0 : nil }
      }
      #expect(discarded > 0)
      let letters = try await world.admin("GET", "/sync/dead-letters").json["items"].list
      #expect(letters.isEmpty)
    }
  }

  @Test("with a data folder snapshots and the clock survive a restart")
  func restart() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.dataDirectory = folder
    var cookie = ""
    try await MockWorld.run(options) { world in
      let web = try await world.register("13912345678", on: .web)
      cookie = try #require(web.cookie)
      try await world.settle()
      try await world.admin("POST", "/snapshots", #"{"name":"kept"}"#)
      try await web.call("POST", "/api/points/earn", Self.earn)
      try await world.admin("POST", "/clock/advance", #"{"ms":86400000,"settle":true}"#)
    }
    try await MockWorld.run(options) { world in
      #expect(try await world.admin("GET", "/clock").json["offsetMs"].int == 86_400_000)
      let web = world.visitor(.web)
      let session = [("cookie", cookie)]
      let before = try await web.call("GET", "/api/member", headers: session).json
      #expect(before["points"].int == 7)
      try await world.admin("POST", "/snapshots/kept/restore")
      let after = try await web.call("GET", "/api/member", headers: session).json
      #expect(after["points"].int == 0 && after["memberId"] == before["memberId"])
      #expect(try await world.admin("GET", "/clock").json["offsetMs"].int ?? 1 <= 0)
      try await world.settle()
      #expect(try await world.logIn("13912345678", on: .mini).answer.status == 200)
    }
  }
}
