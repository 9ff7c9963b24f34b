/// Why nothing could be reserved.
enum StockError: Error, Sendable, Equatable {
  /// The counter refused; whoever orders is told the same.
  case refused(Problem)
  case unavailable(reason: String)
}

extension StockError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .refused(let problem): problem
    case .unavailable(let reason):
      Problem(
        503, "stock-unavailable", "The stock cannot be asked",
        detail: "\(reason) No order was made. Try again; where no counter system runs, start one: "
          + "linkage mock --only counter.")
    }
  }

  var problemHeaders: [Reply.Header] {
    if case .refused = self { return [] }
    return [Reply.Header("Retry-After", "1")]
  }
}
