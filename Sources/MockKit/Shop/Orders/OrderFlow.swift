/// What can be done with an order.
package enum OrderAction: String, Sendable, Codable, CaseIterable {
  case pay, cancel, ship, confirm
  /// By the member, before it is shipped.
  case refund
  /// By the staff, when a request for after-sales is approved.
  case reimburse
}

/// What becomes of an order: the one place that knows.
package enum OrderFlow {
  /// - Returns: nothing where the action is not for an order of that status.
  package static func next(after status: Order.Status, _ action: OrderAction) -> Order.Status? {
    switch (action, status) {
    case (.pay, .created): .paid
    case (.cancel, .created): .cancelled
    case (.ship, .paid): .shipped
    case (.confirm, .shipped): .completed
    case (.refund, .paid), (.reimburse, .paid), (.reimburse, .shipped), (.reimburse, .completed):
      .refunded
    default: nil
    }
  }

  /// The statuses in which the action is possible.
  package static func statuses(for action: OrderAction) -> [Order.Status] {
    Order.Status.allCases.filter { next(after: $0, action) != nil }
  }
}

extension Order.Status {
  /// The event that tells of it.
  var event: LinkEventType {
    switch self {
    case .created: .orderCreated
    case .paid: .orderPaid
    case .shipped: .orderShipped
    case .completed: .orderCompleted
    case .cancelled: .orderCancelled
    case .refunded: .orderRefunded
    }
  }
}
