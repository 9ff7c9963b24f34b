/// What can be done with a booking.
enum BookingAction: String, Sendable, Codable, CaseIterable {
  case confirm, complete, cancel, upgrade

  /// The statuses in which it is possible.
  var statuses: [Booking.Status] {
    switch self {
    case .confirm: [.requested]
    case .complete: [.confirmed]
    case .cancel, .upgrade: [.requested, .confirmed]
    }
  }

  /// What becomes of the booking; nothing where its status stays.
  var result: Booking.Status? {
    switch self {
    case .confirm: .confirmed
    case .complete: .completed
    case .cancel: .cancelled
    case .upgrade: nil
    }
  }
}
