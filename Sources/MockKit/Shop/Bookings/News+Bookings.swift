/// What news of a booking say of it.
package struct BookingNote: Sendable, Equatable, Codable {
  package let bookingId: String
  package let service: String
  package let startsAt: String
  package let localStart: String
  package let timeZone: String
  package let address: String
  package let notes: String?

  init(_ booking: Booking) {
    (bookingId, service) = (booking.bookingId, booking.name)
    (startsAt, localStart, timeZone) = (booking.startsAt, booking.localStart, booking.timeZone)
    (address, notes) = (booking.address, booking.notes)
  }
}

extension News {
  /// All that there is to tell, so that nothing goes untold where a later state overtakes one on its
  /// way. What was told is known by its id.
  static func all(of booking: Booking) -> [News] {
    [
      News(booking, "confirmed", at: booking.confirmedAt, "预约已确认", "Your booking is confirmed"),
      News(booking, "reminder", at: booking.remindedAt, "预约即将开始", "Your booking begins soon"),
      News(booking, "cancelled", at: booking.cancelledAt, "预约已取消", "Your booking was cancelled"),
    ].compactMap(\.self)
  }

  private init?(
    _ booking: Booking, _ status: String, at: String?, _ title: String, _ titleEn: String
  ) {
    guard let at else { return nil }
    self.init(
      notificationId: "nt_\(booking.bookingId)_\(status)", memberId: booking.memberId,
      topic: .booking, orderId: nil, afterSalesId: nil, status: status, title: title,
      titleEn: titleEn, amount: nil, at: at, booking: BookingNote(booking))
  }
}
