import LinkageCore
import Values

/// What the cases of the shop do, and what its contract promises.
enum Plan {
  private static let place = Place(path: "shop.yaml", line: 1, column: 1, length: 1)

  static func `case`(_ number: Int) -> Outline.Case {
    Outline.Case(
      id: "shop", place: place, title: LocalizedText("shop"), priority: nil, tags: [],
      sample: number + 1, actors: ["alice"], steps: steps)
  }

  static let steps: [Outline.Step] = [
    write("web.register", ["member"]), probe("mini.login", ["member", "points"], 0, "member"),
    write("web.order", ["order", "coupon"]), probe("mini.findOrder", ["order"], 2, "order"),
    write("web.pay", ["order", "points", "coupon"]), probe("mini.findOrder", ["order"], 4, "order"),
    write("web.earnPoints", ["points"]), probe("mini.points", ["points"], 6, "points"),
    list,
  ]

  private static var list: Outline.Step {
    var step = step("web.orders", reads: ["order"])
    step.lists = ["orders": "order"]
    return step
  }

  private static func write(_ name: String, _ entities: [String]) -> Outline.Step {
    step(name, writes: entities)
  }

  private static func probe(
    _ name: String, _ entities: [String], _ write: Int, _ entity: String
  ) -> Outline.Step {
    var step = step(name, reads: entities)
    step.sync = Outline.Sync(
      since: ["step"], writes: [write], link: Link(entity: entity, from: "web", to: "mini"),
      within: .seconds(10), slo: nil, promised: .seconds(1), hold: nil)
    step.expectations = [.init(text: "out.version == 1", place: place, isUntil: false)]
    return step
  }

  private static func step(
    _ name: String, reads: [String] = [], writes: [String] = []
  ) -> Outline.Step {
    Outline.Step(
      id: name, place: place, operation: name, platform: String(name.prefix { $0 != "." }),
      actor: "alice", isWrite: !writes.isEmpty, reads: reads, writes: writes, expectations: [],
      sync: nil, fails: nil, mayFail: [], isSoft: false, isFinally: false)
  }

  static let entities: [Contract.Entity] = [
    entity("member", "memberId", ["name"]),
    entity("order", "orderId", ["memberId", "amount"], isOrder: true),
    entity("coupon", "couponId", ["offer"]), points,
  ]

  private static var points: Contract.Entity {
    var points = entity("points", "memberId", ["points", "entries"], hasVersion: false)
    points.ledger = Contract.Ledger(
      balance: "points", entries: "entries", id: "entryId", amount: "amount")
    return points
  }

  private static func entity(
    _ name: String, _ key: String, _ fields: [String], isOrder: Bool = false,
    hasVersion: Bool = true
  ) -> Contract.Entity {
    var all = ([key] + fields).map { Field(name: $0, type: .string, isOptional: false) }
    if isOrder {
      all.append(
        Field(
          name: "status", type: .string, isOptional: false,
          flow: [.init(from: "created", to: ["paid"]), .init(from: "paid", to: ["shipped"])]))
    }
    if hasVersion {
      all.append(Field(name: "version", type: .int, isOptional: false, monotonic: .up))
    }
    return Contract.Entity(
      name: name, key: key, fields: all, slo: .seconds(1), within: .seconds(10),
      readYourWrites: ["web", "mini"])
  }
}
