import MockKit

/// What the counter refuses.
enum CounterError: Error, Sendable, Equatable {
  case outOfStock(sku: String, left: Int)
  case unknownProduct(String)
  case unknownReservation(String)
  /// It was given back; its order cannot take the pieces again.
  case released(order: String)
}

extension CounterError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfStock(let sku, let left):
      Problem(409, "out-of-stock", "Out of stock", detail: "There are \(left) of \(sku) left.")
    case .unknownProduct(let sku):
      Problem(
        404, "product-not-found", "No such product", detail: "There is no product \"\(sku)\".")
    case .unknownReservation(let order):
      Problem(
        404, "reservation-not-found", "No such reservation",
        detail: "Nothing was reserved for order \(order).")
    case .released(let order):
      Problem(
        409, "reservation-released", "Given back",
        detail: "What was reserved for order \(order) was given back; place another order.")
    }
  }
}
