import LinkageCore
import LinkageScenario
import Testing

@Suite("Contracts")
struct ContractsTests {
  static let text = """
    contract: linkage/v1
    platforms: { web: , mini: { title: Mini } }
    entities:
      order:
        key: orderId
        fields:
          status:
            type: string
            flow:
              draft:
              imported: [created]
              created: [paid, cancelled, created]
              paid: refunded
              cancelled: []
          version: { type: int, monotonic: up }
          stock: { type: "number?", monotonic: down }
    operations:
      web.order: { writes: [order], in: { orderId: id }, out: { status: { type: "string?" }, version: int } }
    actors:
      clerk: { sees: [alice, bob] }
      robot: { sees: clerk }
    """

  static func contract() throws -> Contract {
    let plan = try Loading.plan(
      "scenario: s\nplatforms: { web: \"http://a\" }\nsteps: [ { on: web, get: / } ]\n",
      contract: text)
    return try #require(plan.contract)
  }

  @Test("a field's flow is kept in the file's order, with the ends of a life")
  func flow() throws {
    let status = try #require(try Self.contract().entities.first?.fields.first)
    #expect(status.type == .string)
    #expect(
      status.flow.map { "\($0.from): \($0.to)" } == [
        "draft: []", #"imported: ["created"]"#, #"created: ["paid", "cancelled", "created"]"#,
        #"paid: ["refunded"]"#, "cancelled: []",
      ])
  }

  @Test("a field may go up or down only")
  func monotonic() throws {
    let fields = try #require(try Self.contract().entities.first).fields
    #expect(fields.map(\.monotonic) == [nil, .up, .down])
    #expect(fields[2].isOptional && fields[2].type == .number)
  }

  @Test("who may see whose data is kept")
  func actors() throws {
    #expect(
      try Self.contract().actors == [
        Contract.Sight(actor: "clerk", sees: ["alice", "bob"]),
        Contract.Sight(actor: "robot", sees: ["clerk"]),
      ])
  }

  static let effects = """
    contract: linkage/v1
    platforms: { web: }
    entities:
      points:
        key: memberId
        fields: { memberId: id, points: { type: int, min: 0 }, entries: list }
        ledger: { balance: points, entries: entries, id: entryId, amount: amount }
      stock: { key: sku, shared: true, fields: { sku: string, stock: int } }
      coupon: { key: couponId, fields: { couponId: id, value: money } }
    operations:
      web.earn: { writes: [points], adds: { points: amount }, in: { amount: int } }
      web.order:
        writes: [stock, coupon]
        in: { sku: string, quantity: int, couponId: "id?", key: string }
        takes: { stock: quantity }
        spends: { coupon: couponId }
        once: key
      web.cancel: { writes: [coupon], out: { couponId: id }, returns: [coupon] }
      web.throwAway: { writes: [coupon], in: { couponId: id }, deletes: coupon }
      web.coupons: { reads: [coupon], out: { coupons: { type: list, of: coupon } } }
      web.forge: { writes: [coupon], forgery: true }
    """

  static func plan(_ steps: String) throws -> Plan {
    try Loading.plan(
      "scenario: s\nplatforms: { web: \"http://a\" }\nsteps: [ \(steps) ]\n", contract: effects,
      target: """
        target: t
        platforms: { web: { base: "http://a" } }
        operations:
          web.earn: { post: / }
          web.order: { post: / }
          web.coupons: { get: /, out: { coupons: http.body } }
          web.forge: { post: / }
          web.throwAway: { delete: / }
        """)
  }

  @Test("what is shared, counted and never below a bound is kept")
  func entities() throws {
    let entities = try Self.plan("{ do: web.forge }").outline.entities
    #expect(
      entities[0].ledger
        == Contract.Ledger(balance: "points", entries: "entries", id: "entryId", amount: "amount"))
    #expect(entities.map(\.isShared) == [nil, true, nil])
    #expect(entities.map { $0.counted?.name } == ["points", "stock", "value"])
    #expect(entities[0].fields.map(\.least) == [nil, 0, nil])
  }

  @Test("what operations do to entities reaches the outline of their steps")
  func outline() throws {
    let away = "{ do: web.throwAway, with: { couponId: c } }"
    let order = "{ do: web.order, with: { sku: a, quantity: 1, key: k } }"
    let steps = try Self.plan(
      "{ do: web.earn, with: { amount: 1 } }, \(order), { do: web.coupons }, { do: web.forge }, \(away)"
    ).outline.cases[0].steps
    #expect(
      steps.map(\.effects) == [
        Contract.Effects(adds: [.init(entity: "points", field: "amount")]),
        Contract.Effects(
          takes: [.init(entity: "stock", field: "quantity")],
          spends: [.init(entity: "coupon", field: "couponId")], once: "key"),
        nil, Contract.Effects(isForgery: true), nil,
      ])
    #expect(steps.map(\.deletes) == [nil, nil, nil, nil, ["coupon"]])
    #expect(steps[2].lists == ["coupons": "coupon"])
    #expect(steps.map(\.isWrite) == [true, true, false, true, true])
  }

  @Test("who may see whose data reaches the outline")
  func sights() throws {
    let outline = try Loading.plan(
      "scenario: s\nplatforms: { web: \"http://a\" }\nsteps: [ { on: web, get: / } ]\n",
      contract: Self.text
    ).outline
    #expect(outline.sights?.map(\.actor) == ["clerk", "robot"])
  }
}
