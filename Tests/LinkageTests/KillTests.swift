import Foundation
import MockKit
import Testing

@Suite("Mocks that are killed")
struct KillTests {
  private struct Ledger: Decodable {
    struct Entry: Decodable {
      let entryId: String
      let amount: Int
      let reason: String
    }

    let balance: Int
    let entries: [Entry]
  }

  private struct Orders: Decodable {
    struct Order: Decodable {
      let orderId: String
      let status: String
    }

    let items: [Order]
  }

  private struct Link: Decodable {
    struct Status: Decodable {
      let pending: Int
      let deadLetters: Int
    }

    let status: Status
  }

  @Test("what was acknowledged is on both sides exactly once, however often either is killed")
  func killed() async throws {
    let folder = try Folder()
    let mocks = try await LoneMocks(["wechat", "counter", "web", "mini"], in: folder)
    let shoppers = (0..<6).map { number in
      Shopper(phone: "1391234567\(number)", seed: UInt64(number), mocks: mocks)
    }
    for shopper in shoppers { try await shopper.join() }
    try await kill(mocks, times: 12, while: shoppers)
    try await quiet(mocks)
    for shopper in shoppers { try await check(shopper) }
  }

  /// Everybody goes on until the last of the killed is up again.
  private func kill(_ mocks: LoneMocks, times: Int, while shoppers: [Shopper]) async throws {
    let end = ClosingTime()
    try await withThrowingTaskGroup { group in
      for shopper in shoppers {
        group.addTask { while !end.hasCome { try await shopper.act() } }
      }
      var dice = Dice(seed: 7)
      for _ in 0..<times {
        try await Task.sleep(for: .milliseconds(Int.random(in: 50...400, using: &dice)))
        let victim = Bool.random(using: &dice) ? "web" : "mini"
        await mocks.kill(victim)
        try await mocks.start(victim)
      }
      end.come()
      try await group.waitForAll()
    }
  }

  private func quiet(_ mocks: LoneMocks) async throws {
    for side in ["web", "mini"] {
      try await eventually {
        let answer = try await mocks.client.send(
          WireRequest("GET", "/_control/link"), to: mocks.url(side))
        let status = try JSONDecoder().decode(Link.self, from: answer.body).status
        #expect(status.deadLetters == 0)
        return status.pending == 0
      }
    }
  }

  private func eventually(_ isTrue: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(100)
    while ContinuousClock.now < end {
      if try await isTrue() { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NeverCame(what: "quiet on the link")
  }

  private func check(_ shopper: Shopper) async throws {
    let ledgers = try await both(shopper, "/api/points", Ledger.self)
    #expect(Set(ledgers.flatMap { $0.map(\.balance) }).count == 1)
    var entries: [[String]] = []
    for pages in ledgers {
      let lines = pages.flatMap(\.entries)
      let reasons = lines.map(\.reason).filter { $0.hasPrefix(shopper.phone) }
      #expect(Set(reasons).count == reasons.count, "booked twice: \(reasons)")
      #expect(await Set(reasons) == shopper.booked)
      #expect(lines.map(\.amount).reduce(0, +) == pages[0].balance)
      entries.append(lines.map(\.entryId).sorted())
    }
    #expect(entries[0] == entries[1])
    let orders = try await both(shopper, "/api/orders", Orders.self).map { pages in
      Dictionary(uniqueKeysWithValues: pages.flatMap(\.items).map { ($0.orderId, $0.status) })
    }
    #expect(orders[0] == orders[1])
    let acknowledged = await shopper.orders.mapValues { $0 ? "paid" : "created" }
    let others = Set(orders[0].keys).union(acknowledged.keys).filter {
      orders[0][$0] != acknowledged[$0]
    }
    #expect(others == [], "\(others.map { "\($0): \(orders[0][$0] ?? "-")" })")
  }

  /// All pages of both sides.
  private func both<Page: Decodable & Sendable>(
    _ shopper: Shopper, _ path: String, _ type: Page.Type
  ) async throws -> [[Page]] {
    try await [
      shopper.pages("web", path).map { try JSONDecoder().decode(type, from: $0) },
      shopper.pages("mini", path).map { try JSONDecoder().decode(type, from: $0) },
    ]
  }
}
