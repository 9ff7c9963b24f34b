import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("What a history says of entities")
struct HistoryIndexTests {
  /// Name and key of each subject, with what was said of it.
  private func told(_ shop: TinyShop) -> [String] {
    let index = HistoryIndex(shop.history)
    return index.subjects.map { subject in
      let said = subject.observations.map { place -> String in
        let observation = index.observations[place]
        let verb = observation.isWrite ? "write" : "read"
        return "\(verb) \(observation.presence) by \(observation.naming)"
      }
      return "\(index.entities[subject.entity].name) \(subject.key): "
        + said.joined(separator: ", ")
    }
  }

  @Test("the key comes from the answer, else from what was asked for")
  func keys() {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: ["orderId": "o1", "status": "created"])
    shop.read(
      "alice", "mini", "order", at: (3, 4), .refused(error: "order_not_found"),
      with: ["orderId": "o1"])
    shop.read(
      "alice", "mini", "order", at: (5, 6), .refused(error: "not_logged_in"),
      with: ["orderId": "o1"])
    shop.read(
      "alice", "mini", "order", at: (7, 8), .refused(error: "gone"), with: ["orderId": "o1"],
      status: 410)
    #expect(
      told(shop) == [
        #"order "o1": write present by output, read absent by input, read silent by input, "#
          + "read absent by input"
      ])
  }

  @Test("points without a name are those of the member that the actor of this case is known as")
  func people() {
    var shop = TinyShop()
    shop.write("alice", "web", "member", at: (1, 2), out: ["memberId": "m1", "name": "A"])
    shop.read("alice", "mini", "points", at: (3, 4), out: ["points": 5])
    shop.read("bob", "mini", "points", at: (5, 6), out: ["points": 7])
    shop.read("alice", "mini", "points", at: (7, 8), out: ["points": 9], in: 1)
    #expect(
      told(shop) == [
        #"member "m1": write present by output"#, #"points "m1": read present by person"#,
      ])
    #expect(HistoryIndex(shop.history).observations.count { $0.subject == nil } == 2)
  }

  @Test("whoever ships an order is not known as the member whose order it is")
  func clerks() {
    var shop = TinyShop()
    shop.write(
      "clerk", "web", "order", "points", at: (1, 2),
      out: ["orderId": "o1", "memberId": "m1", "status": "shipped"])
    shop.read("clerk", "web", "points", at: (3, 4), out: ["points": 5])
    #expect(HistoryIndex(shop.history).observations.last?.subject == nil)
  }

  @Test("an order without a coupon says nothing of coupons")
  func noCoupon() {
    var shop = TinyShop()
    shop.write(
      "alice", "web", "order", "coupon", at: (1, 2),
      out: ["orderId": "o1", "status": "created", "couponId": .null])
    #expect(told(shop) == [#"order "o1": write present by output"#])
  }

  @Test("the status that paying for an order gives is the order's, not the coupon's")
  func foreignFields() {
    var shop = TinyShop()
    shop.write(
      "alice", "web", "order", "coupon", at: (1, 2),
      out: ["orderId": "o1", "status": "paid", "version": 7, "couponId": "c1"])
    #expect(
      told(shop) == [
        #"order "o1": write present by output"#, #"coupon "c1": write silent by output"#,
      ])
    let coupon = HistoryIndex(shop.history).observations.last
    #expect(coupon?.value("version") == Optional.none)
  }

  @Test("the elements of a list are entities")
  func lists() {
    var shop = TinyShop()
    shop.list(
      "alice", "web", "order", as: "orders", at: (1, 2),
      [["orderId": "o1", "status": "paid"], ["orderId": "o2"], ["name": "no key"]])
    #expect(
      told(shop) == [
        #"order "o1": read present by element"#, #"order "o2": read present by element"#,
      ])
    let listing = HistoryIndex(shop.history).listings.first
    #expect(listing?.subjects == [0, 1])
    #expect(listing?.count == 3)
  }

  @Test("each read of a parity is an operation on its platform")
  func parity() {
    var shop = TinyShop()
    let step = shop.step(
      "web", "alice", "parity", reads: ["order"], writes: [],
      kind: .parity(reads: ["web", "mini"], entity: "order"))
    let out: Value = [
      "web": ["orderId": "o1", "status": "paid"], "mini": .null,
    ]
    shop.done(
      step, platform: "web", (1, 2), .refused(error: "order_not_found"),
      ["orderId": "o1"], out, read: nil, platforms: ["web", "mini"])
    let index = HistoryIndex(shop.history)
    #expect(index.operations.map(\.platform) == ["web", "mini"])
    #expect(index.operations.map(\.end) == [.ok, .refused])
    #expect(told(shop) == [#"order "o1": read present by output, read absent by input"#])
  }

  @Test("what was sent and never answered may have happened")
  func unanswered() {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: ["orderId": "o1", "status": "created"])
    var history = shop.history
    guard case .completed(let completion) = history.events[2].kind else {
      Issue.record("no completion")
      return
    }
    history.events.remove(at: 2)
    let index = HistoryIndex(history)
    #expect(index.operations.map(\.end) == [.unknown])
    #expect(index.operations.map(\.received) == [Instant(.max)])
    #expect(completion.step == index.operations.first?.step)
  }

  @Test("on a system of its own the same key is another entity, whatever its order")
  func systems() {
    var shop = TinyShop()
    for number in 0...3 {
      shop.write("alice", "web", "order", at: (1, 2), out: ["orderId": "o1"], in: number)
    }
    for number in [1, 2] { shop.moveClock(in: number, at: (3, 4)) }
    shop.alone = [1, 2]
    let once = #"order "o1": write present by output"#
    #expect(told(shop) == [once + ", write present by output", once, once])
  }

  @Test("a write that ends an entity says that it is absent")
  func deletion() {
    var shop = TinyShop()
    shop.write(
      "alice", "web", "order", at: (1, 2), with: ["orderId": "o1"], deletes: true)
    #expect(told(shop) == [#"order "o1": write absent by input"#])
  }
}
