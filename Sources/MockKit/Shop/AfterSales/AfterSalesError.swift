/// Why something cannot be done with a request for after-sales.
enum AfterSalesError: Error, Sendable, Equatable {
  case notFound(String)
  /// It is decided or withdrawn.
  case closed(id: String, status: AfterSales.Status)
  /// The order was not paid, or there is nothing to send back yet.
  case notPossible(AfterSales.Kind, order: String, status: Order.Status)
}

extension AfterSalesError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "after-sales-not-found", "No such request", detail: "You have no request \(id).")
    case .closed(let id, let status):
      Problem(
        409, "after-sales-closed", "The request is closed",
        detail: "Request \(id) is \(status.rawValue); expected requested.")
    case .notPossible(let kind, let order, let status):
      Problem(
        409, "after-sales-not-possible", "Nothing to ask for",
        detail: "Order \(order) is \(status.rawValue); for a \(kind.rawValue) expected "
          + "\(kind.statuses.map(\.rawValue).joined(separator: " or ")).")
    }
  }
}

extension AfterSales.Kind {
  /// The statuses of an order for which it can be asked.
  var statuses: [Order.Status] {
    OrderFlow.statuses(for: .reimburse).filter { self == .refund || $0 != .paid }
  }
}
