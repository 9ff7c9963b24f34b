import MockKit
import Testing

@Suite struct OrderFlowTests {
  private static let possible: [String: Order.Status] = [
    "created pay": .paid, "created cancel": .cancelled, "paid ship": .shipped,
    "paid refund": .refunded, "paid reimburse": .refunded, "shipped confirm": .completed,
    "shipped reimburse": .refunded, "completed reimburse": .refunded,
  ]

  @Test(
    "an order goes where the flow leads and nowhere else",
    arguments: Order.Status.allCases, OrderAction.allCases)
  func pairs(status: Order.Status, action: OrderAction) {
    let expected = Self.possible["\(status.rawValue) \(action.rawValue)"]
    #expect(OrderFlow.next(after: status, action) == expected)
  }

  @Test("nothing leads out of a cancelled or refunded order, and no way leads back")
  func forwards() {
    let order: [Order.Status] = [.created, .paid, .shipped, .completed, .cancelled, .refunded]
    for status in order {
      for action in OrderAction.allCases {
        guard let next = OrderFlow.next(after: status, action) else { continue }
        #expect(status != .cancelled && status != .refunded)
        #expect((order.firstIndex(of: next) ?? -1) > (order.firstIndex(of: status) ?? 9))
      }
    }
  }
}
