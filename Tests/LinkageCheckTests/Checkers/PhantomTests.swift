import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Nothing is seen that was refused or never sent")
struct PhantomTests {
  private let refused = Outcome.refused(error: "out_of_stock")

  private func order(_ id: String, _ amount: Int64) -> Value {
    ["orderId": .string(id), "amount": .int(amount)]
  }

  @Test("what a refused write asked for, and was not there before, is a phantom")
  func phantom() throws {
    var shop = TinyShop()
    let before = shop.list("alice", "mini", "order", as: "orders", at: (1, 2), [])
    let write = shop.write("alice", "web", "order", at: (3, 4), refused, with: ["amount": 700])
    let seen = shop.list("alice", "mini", "order", as: "orders", at: (5, 6), [order("o1", 700)])
    #expect(
      try shop.check(Phantom())
        == CheckResult(
          checker: "phantom", judgement: .fail, observed: 1,
          violations: [
            .init(
              type: .phantom, witness: [before, write, seen], step: .init(case: 0, step: 2),
              entity: "order", key: "o1", platform: "mini",
              facts: [.init("refused", "out_of_stock")])
          ]))
  }

  @Test("what the platform that refused it still does not know is a phantom elsewhere")
  func elsewhere() throws {
    for (time, isPhantom) in [(Int64(900), false), (1_900, true)] {
      var shop = TinyShop()
      shop.write("alice", "web", "order", at: (3, 4), refused, with: ["amount": 700])
      shop.list("alice", "mini", "order", as: "orders", at: (5, 6), [order("o1", 700)])
      shop.list("alice", "web", "order", as: "orders", at: (time, time + 1), [])
      #expect(try shop.check(Phantom()).violations.isEmpty == !isPhantom)
    }
  }

  @Test("made by another write, possibly made, there before or something else: no phantom")
  func lookAlikes() throws {
    func shop(_ fill: (inout TinyShop) -> Void, shown: Int64 = 700) -> TinyShop {
      var shop = TinyShop()
      fill(&shop)
      shop.write("alice", "web", "order", at: (13, 14), refused, with: ["amount": 700])
      shop.list("alice", "mini", "order", as: "orders", at: (15, 16), [order("o1", shown)])
      return shop
    }
    let shops = [
      shop({ $0.list("alice", "mini", "order", as: "orders", at: (1, 2), []) }, shown: 900),
      shop { $0.list("alice", "mini", "order", as: "orders", at: (1, 2), [order("o1", 700)]) },
      shop {
        $0.list("alice", "mini", "order", as: "orders", at: (1, 2), [])
        $0.write("alice", "web", "order", at: (3, 4), out: order("o1", 700))
      },
      shop {
        $0.list("alice", "mini", "order", as: "orders", at: (1, 2), [])
        $0.write(
          "alice", "web", "order", at: (3, 4), .unknown(reason: nil, status: 503),
          with: ["amount": 700])
      },
      shop { _ in },
    ]
    for shop in shops { #expect(try shop.check(Phantom()).violations == []) }
  }

  @Test("nothing was refused: unknown")
  func nothing() throws {
    var shop = TinyShop()
    shop.list("alice", "mini", "order", as: "orders", at: (5, 6), [order("o1", 700)])
    #expect(try shop.check(Phantom()).judgement == .unknown)
  }
}
