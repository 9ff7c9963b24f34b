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
}
