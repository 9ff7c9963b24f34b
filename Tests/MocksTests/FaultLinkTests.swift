import Foundation
import MockKit
import Mocks
import Testing

@Suite struct FaultLinkTests {
  /// Six changes of one member on the website, and six on the mini-program.
  private static func earn(_ visitor: Visitor) async throws {
    for amount in 1...6 {
      let answer = try await visitor.call(
        "POST", "/api/points/earn", #"{"amount":\#(amount),"reason":"x"}"#)
      try #require(answer.status == 201, "\(answer.text)")
    }
  }

  private static func options(_ faults: [Fault]) throws -> MockOptions {
    var options = try MockWorld.options
    options.faults = faults
    return options
  }

  @Test(
    "whatever goes wrong on the way, each change arrives, and counts once",
    arguments: Faults.all.filter { $0.family != .defect })
  func comesThrough(kind: FaultKind) async throws {
    var fault = kind.standard
    if fault.probability < 1 { fault.probability = 0.6 }
    try await MockWorld.run(Self.options([fault])) { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      async let first: Void = Self.earn(web)
      async let second: Void = Self.earn(mini)
      _ = try await (first, second)
      let seen = try await eventually {
        let answers = [
          try await web.call("GET", "/api/points").json,
          try await mini.call("GET", "/api/points").json,
        ]
        return answers.allSatisfy { $0["entries"].list.count == 12 } ? answers : nil
      }
      #expect(seen.allSatisfy { $0["balance"].int == 42 })
      try await world.settle()
      let report = try #require(world.set.faultReports.first)
      #expect(report.fired > 0, "\(report)")
      #expect(world.set.linkStatus.values.allSatisfy { $0.deadLetters == 0 })
      let applied = world.set.truth.entries.filter { $0.stage == .applied }
      #expect(Set(applied.map(\.event)).count == applied.count)
      #expect(world.set.truth.entries.contains { $0.stage == .fault && $0.fault == report.id })
    }
  }

  @Test(
    "what one side must ask the other is done once, though messages get lost",
    arguments: [
      "drop", "duplicate", "reset_peer", "truncate", "abort", "ack_lost", "crash_restart",
    ])
  func asksOnce(type: String) async throws {
    var fault = Fault(type, match: FaultMatch(event: "order.change", attempts: [1, 2]))
    if type == "crash_restart" {
      fault.match.attempts = [1]
      fault.attributes = ["pause": "20ms"]
    }
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      try world.set.faults.add(fault)
      let paid = try await customer.act("pay", on: id, at: .mini)
      #expect(paid.status == 200 && paid.json["status"].text == "paid", "\(paid.text)")
      #expect(world.set.faultReports[0].fired >= 1)
      world.set.faults.removeAll()
      try await world.settle()
      #expect(try await customer.show(id, on: .web)["version"].int == 2)
      #expect(try await customer.points(on: .web)["entries"].list.count == 1)
    }
  }

  @Test("what is to be tried later is not tried earlier because its sender crashed meanwhile")
  func crashKeepsSchedule() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      let match = FaultMatch(event: "points.entry", attempts: [1, 2, 3])
      try world.set.faults.add(Fault("abort", link: .webToMini, match: match))
      _ = try await web.call("POST", "/api/points/earn", #"{"amount":5,"reason":"x"}"#)
      try await eventually { world.set.faultReports[0].fired == 3 ? true : nil }
      let points = FaultMatch(event: "points.entry", attempts: [1])
      try world.set.faults.add(Fault("crash_restart", link: .miniToWeb, match: points))
      _ = try await mini.call("POST", "/api/points/earn", #"{"amount":7,"reason":"x"}"#)
      for visitor in [web, mini] {
        try await eventually {
          try await visitor.call("GET", "/api/points").json["balance"].int == 12 ? true : nil
        }
      }
      #expect(world.set.faultReports.map(\.fired) == [3, 1])
      let sent = world.set.truth.entries.filter {
        $0.stage == .sent && $0.server == .web && $0.type == "points.entry"
      }
      // Two seconds, less a fifth at most.
      #expect(sent.count == 4 && sent[3].nanoseconds - sent[2].nanoseconds >= 1_600_000_000)
    }
  }

  @Test("what is out of order passes by, and no status goes back")
  func disorder() async throws {
    // The payment's event is held back; shipping and completing pass it by.
    let late = Fault(
      "reorder", match: FaultMatch(event: "order.paid"), attributes: ["delay": "1h"])
    try await MockWorld.run(Self.options([late])) { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      for action in ["pay", "ship", "confirm"] {
        let answer =
          action == "ship"
          ? try await customer.ship(id, at: .web)
          : try await customer.act(action, on: id, at: .web)
        try #require(answer.status == 200, "\(answer.text)")
      }
      try await eventually {
        try await customer.show(id, on: .mini)["status"].text == "completed" ? true : nil
      }
      // Rows of what has arrived are removed a little later.
      try await eventually { world.set.linkStatus[.webToMini]?.pending == 1 ? true : nil }
      world.set.faults.removeAll()
      try await world.settle()
      #expect(try await customer.show(id, on: .mini)["status"].text == "completed")
    }
  }

  @Test("an order whose event is late can be changed by whoever knows of it; others' stay unknown")
  func lateOrder() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let other = try await world.register("13987654321", on: .mini)
      try await world.settle()
      let late = Fault(
        "reorder", match: FaultMatch(event: "order.created"), attributes: ["delay": "1h"])
      try world.set.faults.add(late)
      let id = try await customer.web.order("cup-celadon", 1).json["orderId"].text
      let path = "/api/orders/\(id)"
      #expect(try await customer.mini.call("GET", path).status == 404)
      let foreign = try await other.call("POST", path + "/pay")
      #expect(foreign.outcome == "404 /problems/order-not-found")
      let paid = try await customer.act("pay", on: id, at: .mini)
      #expect(paid.status == 200 && paid.json["status"].text == "paid", "\(paid.text)")
      #expect(try await customer.show(id, on: .mini)["status"].text == "paid")
    }
  }

  @Test("while the link is cut nothing passes that way, and all of it once it is joined")
  func partition() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let cut = try world.set.faults.add(Fault("partition", link: .webToMini))
      try await Self.earn(try #require(both[.web]))
      try await Self.earn(try #require(both[.mini]))
      try await eventually { world.set.linkStatus[.miniToWeb]?.pending == 0 ? true : nil }
      #expect(world.set.linkStatus[.webToMini]?.pending == 6)
      let state = try await world.admin("GET", "/sync").json["directions"].list
      #expect(state.map { $0["state"].text }.sorted() == ["down", "up"])
      let seen = try await #require(both[.mini]).call("GET", "/api/points").json
      #expect(seen["entries"].list.count == 6)
      world.set.faults.remove(cut.id)
      try await world.settle()
      let after = try await #require(both[.mini]).call("GET", "/api/points").json
      #expect(after["entries"].list.count == 12)
    }
  }

  @Test("what a fault holds for long leaves as soon as the fault is taken away")
  func release() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let web = try #require(both[.web])
      let slow = try world.set.faults.add(Fault("latency", attributes: ["delay": "1h"]))
      try await Self.earn(web)
      try await eventually { world.set.faultReports[0].fired > 0 ? true : nil }
      #expect(world.set.linkStatus[.webToMini]?.pending == 6)
      let read = try await web.call("GET", "/api/points").json
      #expect(read["syncNotice"].text == "数据正在同步中，请稍后查看")
      world.set.faults.remove(slow.id)
      try await world.settle()
      let seen = try await #require(both[.mini]).call("GET", "/api/points").json
      #expect(seen["entries"].list.count == 6)
    }
  }

  @Test("a batch leaves when the mocks' clock reaches its time")
  func batch() async throws {
    let nightly = Fault("batch", link: .webToMini, attributes: ["every": "100h"])
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      try world.set.faults.add(nightly)
      try await Self.earn(try #require(both[.web]))
      #expect(world.set.linkStatus[.webToMini]?.pending == 6)
      world.set.clock.advance(by: .seconds(100 * 3600))
      try await world.settle()
      let seen = try await #require(both[.mini]).call("GET", "/api/points").json
      #expect(seen["entries"].list.count == 6)
    }
  }

  @Test("stale reads show what came over the link late, and what was done here at once")
  func staleReads() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      let stale = Fault("stale_reads", link: .webToMini, attributes: ["bound": "60s"])
      try world.set.faults.add(stale)
      func count() async throws -> Int {
        try await mini.call("GET", "/api/points").json["entries"].list.count
      }
      #expect(try await count() == 0)
      try await Self.earn(web)
      try await world.settle()
      #expect(try await count() == 0)
      world.set.clock.advance(by: .seconds(61))
      #expect(try await count() == 6)
      try await Self.earn(mini)
      #expect(try await count() == 12)
    }
  }

  @Test("the counter's messages are hit where they are named, and the stock stays right")
  func counter() async throws {
    let faults = [
      Fault("drop", link: .counter, match: FaultMatch(attempts: [1])),
      Fault("ack_lost", link: .counter, match: FaultMatch(attempts: [2])),
      Fault("duplicate", link: .counter),
    ]
    try await MockWorld.run(Self.options(faults)) { world in
      let customer = try await Customer.join(world)
      let before = try await world.counter("cup-celadon")
      let id = try await customer.order(on: .web)
      try await eventually {
        let stock = try await world.counter("cup-celadon")
        return stock.stock == before.stock.map { $0 - 2 } ? true : nil
      }
      #expect(try await customer.act("cancel", on: id, at: .web).status == 200)
      for side in ShopSide.allCases {
        try await eventually {
          try await world.stock(of: "cup-celadon", on: side) == before.stock ? true : nil
        }
      }
      #expect(world.set.faultReports.allSatisfy { $0.fired > 0 })
    }
  }
}
