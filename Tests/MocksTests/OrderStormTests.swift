import MockKit
import Mocks
import Testing

/// Members who do this and that to their orders on both sides at once, and what must be true after it.
@Suite struct OrderStormTests {
  private static let sku = "pot-yixing"
  private static let pieces = 30

  /// The same numbers for the same seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 | state << 53
    }
  }

  @Test(
    "whatever members do to their orders on both sides at once, stock, points and news add up",
    arguments: [UInt64(1), 2, 3])
  func storm(seed: UInt64) async throws {
    var options = try MockWorld.options
    options.linkLatency = try LinkLatency("0ms..5ms")
    try await MockWorld.run(options) { world in
      var customers: [Customer] = []
      for number in 0..<6 {
        customers.append(try await Customer.join(world, "1391234560\(number)"))
      }
      try await withThrowingTaskGroup { group in
        for (index, customer) in customers.enumerated() {
          for lane in 0..<2 {
            let dice = Dice(state: seed &* 1000 &+ UInt64(index * 2 + lane))
            group.addTask { try await self.live(customer, dice) }
          }
        }
        try await group.waitForAll()
      }
      try await world.settle()
      var orders: [JSON] = []
      for customer in customers { orders += try await agreed(customer) }
      #expect(orders.count > 12)
      try await expectStock(of: orders, in: world)
    }
  }

  private func live(_ customer: Customer, _ dice: Dice) async throws {
    var dice = dice
    for _ in 0..<12 {
      let side = dice.next().isMultiple(of: 2) ? ShopSide.web : .mini
      let known = try await customer.visitor(side).call("GET", "/api/orders").json["items"].list
      guard let order = known.randomElement(using: &dice), !dice.next().isMultiple(of: 3) else {
        try await customer.visitor(side).order(Self.sku, Int.random(in: 1...3, using: &dice))
        continue
      }
      let id = order["orderId"].text
      let action = ["pay", "pay", "cancel", "confirm", "refund", "ship"].randomElement(using: &dice)
      let answer =
        action == "ship"
        ? try await customer.ship(id, at: side)
        : try await customer.act(action ?? "pay", on: id, at: side)
      #expect([200, 409].contains(answer.status), "\(answer.text)")
    }
  }

  /// The orders of a member, which are the same on both sides, as are points; each change of one was
  /// told once.
  private func agreed(_ customer: Customer) async throws -> [JSON] {
    let orders = try await customer.web.call("GET", "/api/orders?limit=100").json["items"]
    #expect(try await customer.mini.call("GET", "/api/orders?limit=100").json["items"] == orders)
    let ledgers = [try await customer.points(on: .web), try await customer.points(on: .mini)]
    #expect(ledgers[0] == ledgers[1])
    let earned = orders.list.filter {
      ["paid", "shipped", "completed"].contains($0["status"].text)
    }
    .map { Money($0["amount"].text)?.wholeYuan ?? 0 }.reduce(0, +)
    #expect(ledgers[0]["balance"].int == earned)
    let changes = orders.list.map { ($0["version"].int ?? 1) - 1 }.reduce(0, +)
    let told = try await customer.web.call("GET", "/api/notifications?limit=100").json["items"].list
    #expect(told.count == changes)
    #expect(Set(told.map { $0["notificationId"] }).count == changes)
    return orders.list
  }

  private func expectStock(of orders: [JSON], in world: MockWorld) async throws {
    func pieces(_ statuses: Set<String>) -> Int {
      orders.filter { statuses.contains($0["status"].text) }
        .map { $0["items"][0]["quantity"].int ?? 0 }.reduce(0, +)
    }
    let (held, sold) = (pieces(["created"]), pieces(["paid", "shipped", "completed"]))
    #expect(try await world.counter(Self.sku) == (Self.pieces - held - sold, held))
    for side in ShopSide.allCases {
      #expect(try await world.stock(of: Self.sku, on: side) == Self.pieces - held - sold)
    }
    let messages = try await world.visitor(.wechat).call("GET", "/_control/messages").json["items"]
    #expect(messages.list.count == orders.map { ($0["version"].int ?? 1) - 1 }.reduce(0, +))
  }
}
