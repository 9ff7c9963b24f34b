import LinkageCore
import Values

/// A history of a healthy shop: members register, order, pay and collect points on one platform,
/// and probes look for each change on the other.
struct Shop {
  static let operationsOfCase = 20

  private(set) var events: [Event] = []
  private var now: Int64 = 0

  static func history(operations: Int) -> History {
    var shop = Shop()
    let count = operations / operationsOfCase
    shop.events.reserveCapacity(operations * 2 + count * 2 + 1)
    for number in 0..<count { shop.add(number) }
    shop.record(.runEnded(RunEnd(wasInterrupted: false, lateness: nil)))
    let header = RunHeader(
      id: "20260101-000000-shop", startedWall: 0, started: Instant(0), seed: 1, version: "0",
      command: [], environment: [])
    let outline = Outline(
      target: "shop", platforms: [], cases: (0..<count).map(Plan.case), entities: Plan.entities,
      sources: [])
    return History(header: header, outline: outline, events: shop.events)
  }

  private mutating func add(_ number: Int) {
    let member = Value.string("m\(number)")
    record(.caseStarted(case: number))
    write(number, 0, ["phone": "13800000000"], ["memberId": member, "name": "A", "version": 1])
    probe(number, 1, [:], ["memberId": member, "name": "A", "version": 1], reads: 1)
    order(number, member)
    points(number, member)
    record(.caseEnded(CaseEnd(case: number, reason: .finished)))
  }

  private mutating func order(_ number: Int, _ member: Value) {
    let key = Value.string("o\(number)")
    func state(_ status: Value, _ version: Value) -> Value {
      [
        "orderId": key, "memberId": member, "status": status, "version": version, "amount": 1_598,
      ]
    }
    write(number, 2, ["sku": "tea"], state("created", 1))
    probe(number, 3, ["orderId": key], state("created", 1), reads: 4)
    write(number, 4, ["orderId": key], state("paid", 2))
    probe(number, 5, ["orderId": key], state("paid", 2), reads: 4, before: state("created", 1))
  }

  private mutating func points(_ number: Int, _ member: Value) {
    let first: Value = ["entryId": .string("e\(number)a"), "amount": 15]
    let second: Value = ["entryId": .string("e\(number)b"), "amount": 30]
    write(number, 6, ["amount": 30], ["entryId": .string("e\(number)b"), "points": 45])
    probe(
      number, 7, [:], ["points": 45, "entries": [first, second]], reads: 6,
      before: ["points": 15, "entries": [first]])
    read(
      number, 8, nil, [:], .ok, ["orders": [["orderId": .string("o\(number)"), "status": "paid"]]])
  }

  private mutating func write(_ number: Int, _ step: Int, _ inputs: Value, _ output: Value) {
    read(number, step, nil, inputs, .ok, output)
    end(number, step)
  }

  /// The last read shows what was waited for.
  private mutating func probe(
    _ number: Int, _ step: Int, _ inputs: Value, _ output: Value, reads: Int, before: Value? = nil
  ) {
    for read in 0..<reads {
      let isLast = read == reads - 1
      let outcome: Outcome = isLast || before != nil ? .ok : .refused(error: "order_not_found")
      self.read(
        number, step, read, inputs, outcome, isLast ? output : before ?? .null,
        holds: outcome == .ok ? isLast : nil)
    }
    end(number, step)
  }

  private mutating func read(
    _ number: Int, _ step: Int, _ read: Int?, _ inputs: Value, _ outcome: Outcome,
    _ output: Value, holds: Bool? = nil
  ) {
    let reference = StepReference(case: number, step: step)
    record(.invoked(Invocation(step: reference, read: read, planned: nil, inputs: inputs)))
    let sent = Instant(now)
    now += 1_000_000
    let platform = Plan.steps[step].platform
    let exchange = Exchange(
      platform: platform, method: "GET", url: "http://127.0.0.1:4701/api/orders/\(number)",
      headers: [HeaderField(name: "accept", value: "application/json")], body: nil, status: 200,
      answerHeaders: [HeaderField(name: "content-type", value: "application/json")],
      answer: output.json(), failure: nil, sent: sent, received: Instant(now), phases: .zero)
    let conditions = holds.map { [Condition(holds: $0, parts: [], problem: nil)] } ?? []
    record(
      .completed(
        Completion(
          step: reference, read: read, outcome: outcome, output: output, exchanges: [exchange],
          conditions: conditions)))
  }

  private mutating func end(_ number: Int, _ step: Int) {
    record(
      .stepEnded(StepEnd(step: StepReference(case: number, step: step), reason: .satisfied)))
  }

  private mutating func record(_ kind: Event.Kind) {
    now += 1_000
    events.append(Event(at: Instant(now), kind: kind))
  }
}
