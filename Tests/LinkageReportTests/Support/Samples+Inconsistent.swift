import LinkageCore
import Values

/// A run whose scenarios passed, and whose history holds what cannot be.
extension SampleRuns {
  static var inconsistent: JudgedRun {
    var run = RunBuilder()
    run.judgement = .fail
    run.entities = [orderEntity]
    let item = orders()
    item.add(to: &run, .passed, until: 11_020)
    run.checks = [
      CheckResult(checker: "durability", observed: 3, violations: [lost]),
      CheckResult(checker: "status-order", observed: 9, violations: back),
      CheckResult(checker: "monotonic-reads", observed: 9, violations: []),
      CheckResult(checker: "phantom", observed: 0, violations: []),
    ]
    return run.run
  }

  private static let orderEntity = Contract.Entity(
    name: "order", key: "orderId",
    fields: [
      Field(name: "orderId", type: .id, isOptional: false),
      Field(
        name: "status", type: .string, isOptional: false,
        flow: [.init(from: "paid", to: ["shipped"])]),
    ], slo: nil, within: RunBuilder.ms(10_000), readYourWrites: [])

  private static let missing = StepReference(case: 0, step: 2)

  private static var lost: CheckResult.Violation {
    CheckResult.Violation(
      type: .lost, witness: [1, 3, 5], step: missing, entity: "order", key: "2026112100000017",
      platform: "mini")
  }

  /// More than a summary tells.
  private static var back: [CheckResult.Violation] {
    (1...4).map { number in
      CheckResult.Violation(
        type: .wentBack, witness: [6, 7], step: StepReference(case: 0, step: 3), entity: "order",
        key: .string("order-\(number)"), platform: "web", field: "status",
        facts: [.init("earlier", "shipped"), .init("found", "paid")])
    }
  }

  private static func orders() -> CaseBuilder {
    let key: Value = ["orderId": "2026112100000017"]
    let order: Value = ["orderId": "2026112100000017", "status": "paid", "amount": 1_598]
    let gone = Outcome.refused(error: "order_not_found")
    var item = CaseBuilder(
      source: Sources.orders, id: "order-lookup",
      title: LocalizedText(english: "Orders", chinese: "订单"), number: 0)
    item.step("order", "web.order", writes: ["order"])
    item.event(0, ["sku": "tea"], order, .ok, at: 40)
    item.step("pay", "web.pay", writes: ["order"])
    item.step("found", "mini.findOrder")
    item.event(2, key, .null, gone, at: 10_100)
    item.event(2, key, .null, gone, at: 10_140)
    item.step("orders", "web.orders")
    item.events += [
      item.completed(3, ["orders": [["orderId": "order-1", "status": "shipped"]]], at: 10_200),
      item.completed(3, ["orders": [["orderId": "order-1", "status": "paid"]]], at: 10_300),
    ]
    return item
  }
}

extension CaseBuilder {
  /// An operation of a step, from what it was sent with to its answer.
  fileprivate mutating func event(
    _ step: Int, _ inputs: Value, _ output: Value, _ outcome: Outcome, at moment: Double
  ) {
    let invocation = Invocation(
      step: StepReference(case: number, step: step), read: nil, planned: nil, inputs: inputs)
    events.append(Event(at: RunBuilder.at(moment - 12), kind: .invoked(invocation)))
    events.append(completed(step, output, outcome, at: moment))
  }

  fileprivate func completed(
    _ step: Int, _ output: Value, _ outcome: Outcome = .ok, at moment: Double
  ) -> Event {
    let exchange = Exchange(
      platform: steps[step].platform, method: "GET", url: "http://127.0.0.1:4701/", headers: [],
      body: nil, status: 200, answerHeaders: [], answer: "{}", failure: nil,
      sent: RunBuilder.at(moment - 12), received: RunBuilder.at(moment), phases: .zero)
    return Event(
      at: RunBuilder.at(moment),
      kind: .completed(
        Completion(
          step: StepReference(case: number, step: step), read: nil, outcome: outcome,
          output: output, exchanges: [exchange], conditions: [])))
  }
}
