import Foundation
import MockKit
import Mocks
import Testing

@Suite struct LinkTests {
  private func member(_ visitor: Visitor) async throws -> JSON {
    try await visitor.call("GET", "/api/member").json
  }

  @Test(
    "who registers on one side logs in on the other as the same member",
    arguments: ShopSide.allCases)
  func registers(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let here = try await world.register("13912345678", on: side)
      let there = try await world.logInEventually("13912345678", on: side.other)
      #expect(try await member(here) == member(there))
    }
  }

  @Test("orders, payments, points and names arrive on the other side", arguments: ShopSide.allCases)
  func mirrors(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let here = try await world.register("13912345678", on: side)
      let there = try await world.logInEventually("13912345678", on: side.other)
      let order = try await here.order("cup-celadon", 2).json
      let path = "/api/orders/\(order["orderId"].text)"
      try await world.settle()
      #expect(try await there.call("GET", path).json == order)
      let paid = try await here.call("POST", path + "/pay").json
      try await here.rename("改名")
      try await there.call("POST", "/api/points/earn", #"{"amount":9,"reason":"sign-in"}"#)
      try await here.call("POST", "/api/points/spend", #"{"amount":5,"reason":"gift"}"#)
      try await world.settle()
      #expect(try await there.call("GET", path).json == paid)
      #expect(try await member(here) == member(there))
      #expect(try await member(here)["points"].int == 35)
      #expect(
        try await here.call("GET", "/api/points").json == there.call("GET", "/api/points").json)
      #expect(
        try await here.call("GET", "/api/products").json
          == there.call("GET", "/api/products").json)
    }
  }

  @Test("a deletion ends the member and the sessions on both sides", arguments: ShopSide.allCases)
  func deletes(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let here = try await world.register("13912345678", on: side)
      let there = try await world.logInEventually("13912345678", on: side.other)
      try await here.call("DELETE", "/api/member")
      try await world.settle()
      #expect(try await there.call("GET", "/api/member").outcome == "401 /problems/not-logged-in")
      #expect(try await world.logIn("13912345678", on: side.other).answer.status >= 401)
      let again = try await world.register("13912345678", on: side.other)
      try await world.settle()
      let back = try await world.logInEventually("13912345678", on: side)
      #expect(try await member(again) == member(back))
    }
  }

  @Test("a partition keeps everything in the outbox, and healing delivers it once")
  func partition() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.logInEventually("13912345678", on: .mini)
      try await world.settle()
      let delivered = world.set.truth.entries.count
      world.set.setLink(LinkFaults(down: true))
      for amount in 1...10 {
        for visitor in [web, mini] {
          try await visitor.call("POST", "/api/points/earn", #"{"amount":\#(amount),"reason":"x"}"#)
        }
      }
      #expect(world.set.linkStatus.values.map(\.pending) == [10, 10])
      #expect(world.set.truth.entries(from: delivered).allSatisfy { $0.stage == .committed })
      #expect(try await member(web)["points"].int == 55)
      world.set.setLink(LinkFaults())
      try await world.settle()
      for visitor in [web, mini] { #expect(try await member(visitor)["points"].int == 110) }
      let applied = world.set.truth.entries(from: delivered).filter { $0.stage == .applied }
      #expect(applied.count == 20 && Set(applied.map(\.event)).count == 20)
    }
  }

  @Test("both sides register one phone number during a partition: one member, points summed")
  func merges() async throws {
    try await MockWorld.run { world in
      world.set.setLink(LinkFaults(down: true))
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.register("13912345678", on: .mini)
      try await web.call("POST", "/api/points/earn", #"{"amount":5,"reason":"x"}"#)
      try await mini.call("POST", "/api/points/earn", #"{"amount":7,"reason":"x"}"#)
      try await mini.order("cup-celadon", 1)
      let survivor = try await member(web)["memberId"]
      #expect(try await member(mini)["memberId"] != survivor)
      world.set.setLink(LinkFaults())
      try await world.settle()
      #expect(try await member(web) == member(mini))
      #expect(try await member(web)["memberId"] == survivor)
      #expect(try await member(web)["points"].int == 12)
      let orders = try await web.call("GET", "/api/orders").json["items"]
      #expect(orders.list.count == 1 && orders[0]["memberId"] == survivor)
      #expect(try await mini.call("GET", "/api/orders").json["items"] == orders)
      #expect(world.set.linkStatus.values.allSatisfy { $0.deadLetters == 0 })
    }
  }

  @Test("names changed on both sides during a partition end up the same")
  func converges() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.logInEventually("13912345678", on: .mini)
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      try await mini.rename("mini")
      try await web.rename("web")
      world.set.setLink(LinkFaults())
      try await world.settle()
      #expect(try await member(web)["name"].text == "web")
      #expect(try await member(mini)["name"].text == "web")
    }
  }

  @Test("the last piece is sold once, however both sides try")
  func lastPiece() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.register("13912345679", on: .mini)
      world.set.setLink(LinkFaults(down: true))
      async let first = web.order("print-limited", 1)
      async let second = mini.order("print-limited", 1)
      #expect(try await [first.status, second.status].sorted() == [201, 409])
      world.set.setLink(LinkFaults())
      try await world.settle()
      for visitor in [web, mini] {
        let product = try await visitor.call("GET", "/api/products/print-limited").json
        #expect(product["stock"].int == 0)
      }
    }
  }

  @Test("both sides earn and spend at the same time, and nothing is lost or doubled")
  func concurrent() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.logInEventually("13912345678", on: .mini)
      let booked = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...60 {
          let (visitor, kind) = (number % 2 == 0 ? web : mini, number % 3 == 0 ? "spend" : "earn")
          group.addTask {
            let answer = try await visitor.call(
              "POST", "/api/points/\(kind)", #"{"amount":\(number),"reason":"x"}"#)
            return answer.status != 201 ? 0 : kind == "earn" ? number : -number
          }
        }
        return try await group.reduce(0, +)
      }
      try await world.settle()
      let ledgers = try await [web.call("GET", "/api/points"), mini.call("GET", "/api/points")]
      #expect(ledgers[0].json == ledgers[1].json)
      #expect(ledgers[0].json["balance"].int == booked)
    }
  }

  @Test("latency holds an event that long from its commit")
  func latency() async throws {
    var options = try MockWorld.options
    options.linkLatency = .milliseconds(300)
    try await MockWorld.run(options) { world in
      for number in 0..<4 { _ = try await world.register("1391234567\(number)", on: .web) }
      try await world.settle()
      let entries = world.set.truth.entries
      let committed = entries.filter { $0.stage == .committed }
      #expect(committed.count == 4)
      for commit in committed {
        let applied = try #require(
          entries.first { $0.event == commit.event && $0.stage == .applied })
        #expect(applied.nanoseconds - commit.nanoseconds >= 300_000_000)
        #expect(applied.server == .mini && commit.server == .web)
      }
    }
  }

  @Test("events do not wait for each other's latency, those of one member included")
  func parallelLatency() async throws {
    var options = try MockWorld.options
    options.linkLatency = .seconds(3600)
    try await MockWorld.run(options) { world in
      for number in 0..<4 {
        let visitor = try await world.register("1391234567\(number)", on: .web)
        try await visitor.rename("x")
      }
      #expect(world.set.linkStatus[.webToMini]?.pending == 8)
      world.set.clock.advance(by: .seconds(3601))
      try await world.settle()
      #expect(world.set.linkStatus[.webToMini]?.delivered == 8)
    }
  }

  @Test("the truth log tells a change's way in order, also over HTTP")
  func truth() async throws {
    try await MockWorld.run { world in
      _ = try await world.register("13912345678", on: .web)
      try await world.settle()
      let entries = world.set.truth.entries.filter { $0.type == "member.registered" }
      #expect(entries.map(\.stage) == [.committed, .sent, .received, .visible, .applied])
      #expect(entries.map(\.nanoseconds) == entries.map(\.nanoseconds).sorted())
      #expect(Set(entries.map(\.entity)).count == 1 && entries[0].entity.count == 19)
      let lines = try await world.visitor(.mini).call("GET", "/_control/truth").text
      #expect(lines.split(separator: "\n").count == world.set.truth.entries.count)
    }
  }

  @Test("what becomes visible is known between two moments, and the log can be followed")
  func visible() async throws {
    try await MockWorld.run { world in
      _ = try await world.register("13912345678", on: .web)
      try await world.settle()
      let entries = world.set.truth.entries
      let visible = try #require(entries.first { $0.stage == .visible })
      let received = try #require(entries.first { $0.stage == .received })
      #expect(visible.server == .mini && visible.entity == received.entity)
      let earliest = try #require(visible.notBefore)
      #expect(received.nanoseconds <= earliest && earliest < visible.nanoseconds)
      #expect(entries.allSatisfy { $0.stage == .visible || $0.notBefore == nil })
      let visitor = world.visitor(.web)
      let rest = try await visitor.call("GET", "/_control/truth?from=\(entries.count - 1)").text
      #expect(rest.contains(#""stage":"applied""#) && rest.split(separator: "\n").count == 1)
      #expect(try await visitor.call("GET", "/_control/truth?from=99").text.isEmpty)
      for text in ["-1", "x"] {
        let wrong = try await visitor.call("GET", "/_control/truth?from=\(text)")
        #expect(wrong.outcome == "422 /problems/invalid-request")
      }
    }
  }

  @Test("a drawn latency holds each event for its own length, whatever the others wait for")
  func drawn() async throws {
    var options = try MockWorld.options
    let latency = try LinkLatency("1ms..60ms")
    options.linkLatency = latency
    try await MockWorld.run(options) { world in
      for number in 0..<12 { _ = try await world.register("139123456\(10 + number)", on: .web) }
      try await world.settle()
      let entries = world.set.truth.entries
      let hash = SeededHash(seed: 1)
      let committed = entries.filter { $0.stage == .committed }
      #expect(committed.count == 12)
      for commit in committed {
        let sent = try #require(entries.first { $0.event == commit.event && $0.stage == .sent })
        let drawn = latency.length(of: commit.event, by: hash)
        #expect(.nanoseconds(Int64(sent.nanoseconds - commit.nanoseconds)) >= drawn)
      }
    }
  }

  @Test("the link is cut and healed over HTTP, too")
  func control() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      try await world.settle()
      let cut = try await web.call("PUT", "/_control/link", #"{"down":true,"latencyMs":1}"#)
      #expect(cut.json["down"] == .bool(true) && cut.json["latencyMs"].int == 1)
      try await web.rename("x")
      #expect(try await web.call("GET", "/_control/link").json["status"]["pending"].int == 1)
      try await web.call("PUT", "/_control/link", #"{"down":false}"#)
      try await world.settle()
      let drawn = try await web.call("PUT", "/_control/link", #"{"latency":"5ms..50ms"}"#)
      #expect(drawn.json["latency"].text == "5ms..50ms" && drawn.json["latencyMs"] == .null)
      for text in [#"{"latencyMs":-1}"#, #"{"latency":"soon"}"#] {
        let wrong = try await web.call("PUT", "/_control/link", text)
        #expect(wrong.outcome == "422 /problems/invalid-request")
      }
    }
  }

  @Test("what is quiet stays quiet: nothing that came over the link is sent back")
  func noEcho() async throws {
    try await MockWorld.run { world in
      _ = try await world.register("13912345678", on: .web)
      try await world.settle()
      #expect(world.set.linkStatus[.webToMini]?.delivered == 1)
      #expect(world.set.linkStatus[.miniToWeb]?.delivered == 0)
    }
  }
}
