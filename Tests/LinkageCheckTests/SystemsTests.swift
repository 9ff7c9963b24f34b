import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Scenarios share a system unless the run gave one to itself")
struct SystemsTests {
  private static let order: Value = .map(["orderId": "o1", "status": "created", "version": 1])

  /// An order made in one scenario, which breaks something, and seen in another one.
  private static func history(alone: Set<Int>) -> History {
    var shop = TinyShop()
    shop.fault(from: 0, to: 5, in: 0)
    shop.write("alice", "web", "order", at: (10, 20), out: order)
    shop.read(
      "bob", "mini", "order", at: (30, 40), out: order, with: .map(["orderId": "o1"]), in: 1)
    shop.alone = alone
    return shop.history
  }

  @Test("a key is one entity on a system that all share, and two on two systems")
  func subjects() throws {
    #expect(HistoryIndex(Self.history(alone: [])).subjects.count == 1)
    #expect(HistoryIndex(Self.history(alone: [0])).subjects.count == 2)
  }

  @Test("a coupon used twice is told though one scenario broke something that both used")
  func shared() throws {
    func check(alone: Set<Int>) throws -> [FailureType] {
      var shop = TinyShop()
      shop.fault(from: 0, to: 5, in: 0)
      shop.use("web", at: (10, 20), in: 0)
      shop.use("mini", at: (30, 40), in: 1)
      shop.alone = alone
      return try shop.check(SingleUse()).types
    }
    #expect(try check(alone: []) == [.usedTwice])
    #expect(try check(alone: [0]) == [])
  }

  @Test("a clock moved on the shared system lapses nothing on another one")
  func clocks() throws {
    func check(alone: Set<Int>) throws -> [FailureType] {
      var shop = TinyShop()
      shop.moveClock(in: 0, at: (0, 5))
      shop.use("web", at: (10, 20), in: 1)
      shop.use("mini", at: (30, 40), in: 1)
      shop.alone = alone
      return try shop.check(SingleUse()).types
    }
    #expect(try check(alone: []) == [])
    #expect(try check(alone: [1]) == [.usedTwice])
  }
}

extension TinyShop {
  /// An order that uses the coupon.
  fileprivate mutating func use(_ platform: String, at times: (Int64, Int64), in number: Int) {
    write(
      "alice", platform, "order", "coupon", at: times,
      out: .map(["orderId": .string("\(platform)-order")]), with: .map(["couponId": "c1"]),
      in: number)
    promise(
      Contract.Effects(spends: [Contract.Effects.Part(entity: "coupon", field: "couponId")]),
      in: number)
  }
}
