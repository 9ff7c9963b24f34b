/// Confirms, completes, cancels or upgrades a booking, at the mini-program's side.
struct ChangeBooking: PeerCommand {
  static let type = "booking.change"

  let action: BookingAction
  let bookingId: String
  /// Whose booking it must be; absent where the staff asks.
  let memberId: String?
  /// What an upgrade is to.
  var service: String?

  func decide(_ change: ShopChange) throws -> Booking {
    let member = try memberId.map { try change.member($0) }
    let booking = try Bookings.find(bookingId, of: member, in: change.database)
    guard action == .upgrade else { return try change.move(booking, action) }
    let chosen = try ShopServices.require(service ?? "", in: change.database)
    return try change.upgrade(booking, to: chosen)
  }
}

extension Shop {
  func change(_ command: ChangeBooking, for call: Call) async throws -> Reply {
    let booking = try await decide(command, at: Booking.owner, for: call) {
      try LinkApplier(change: $0).take($1)
    }
    return try .json(BookingView(booking))
  }
}
