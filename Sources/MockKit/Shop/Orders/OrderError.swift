/// Why something cannot be done with an order.
enum OrderError: Error, Sendable, Equatable {
  case notFound(String)
  case notPossible(OrderAction, order: String, status: Order.Status)
  /// It was to be paid within half an hour.
  case overdue(order: String)
  /// The order's after-sales request is to be decided first.
  case afterSalesOpen(order: String, request: String)
  /// What was taken for it was given back before the order was made.
  case abandoned(order: String)
}

extension OrderError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(404, "order-not-found", "No such order", detail: "You have no order \(id).")
    case .notPossible(let action, let order, let status):
      Self.conflict(
        action, detail: "Order \(order) is \(status.rawValue); expected \(Self.expected(action)).")
    case .overdue(let order):
      Self.conflict(
        .pay, detail: "Order \(order) was to be paid within 30 minutes; place another one.")
    case .afterSalesOpen(let order, let request):
      Problem(
        409, "after-sales-open", "A request is open",
        detail: "Order \(order) has the open request \(request); withdraw it or wait for its end.")
    case .abandoned(let order):
      Problem(
        503, "order-abandoned", "The order was not made",
        detail: "Order \(order) was given up before it was done; nothing is kept. Try again.")
    }
  }

  var problemHeaders: [Reply.Header] {
    if case .abandoned = self { return [Reply.Header("Retry-After", "1")] }
    return []
  }

  private static func expected(_ action: OrderAction) -> String {
    OrderFlow.statuses(for: action).map(\.rawValue).joined(separator: " or ")
  }

  private static func conflict(_ action: OrderAction, detail: String) -> Problem {
    let word = action.adjective
    return Problem(409, "not-\(word)", "The order is not \(word)", detail: detail)
  }
}

extension OrderAction {
  fileprivate var adjective: String {
    switch self {
    case .pay: "payable"
    case .cancel: "cancellable"
    case .ship: "shippable"
    case .confirm: "confirmable"
    case .refund, .reimburse: "refundable"
    }
  }
}
