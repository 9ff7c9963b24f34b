/// What a ledger refuses beside `ShopError.notEnoughPoints`.
enum PointsError: Error, Sendable {
  case busy
}

extension PointsError: ProblemConvertible {
  package var problem: Problem {
    Problem(
      503, "points-busy", "Many spend at once",
      detail: "Others spent at the same moment what this call was about to. Try again.")
  }

  package var problemHeaders: [Reply.Header] { [Reply.Header("Retry-After", "1")] }
}
