/// What a booking is refused for.
enum BookingError: Error, Sendable, Equatable {
  case notFound(String)
  case notPossible(BookingAction, booking: String, status: Booking.Status)
  /// It has begun.
  case over(booking: String, startsAt: String)
  /// The other service does not cost more.
  case noUpgrade(from: String, to: String)
}

extension BookingError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(404, "booking-not-found", "No such booking", detail: "You have no booking \(id).")
    case .notPossible(let action, let booking, let status):
      Self.conflict(
        "Booking \(booking) is \(status.rawValue); to \(action.rawValue) it, expected "
          + action.statuses.map(\.rawValue).joined(separator: " or ") + ".")
    case .over(let booking, let start):
      Self.conflict("Booking \(booking) began at \(start).")
    case .noUpgrade(let old, let new):
      Self.conflict("\"\(new)\" does not cost more than \"\(old)\"; expected one that does.")
    }
  }

  private static func conflict(_ detail: String) -> Problem {
    Problem(409, "booking-not-changeable", "The booking cannot be changed so", detail: detail)
  }
}
