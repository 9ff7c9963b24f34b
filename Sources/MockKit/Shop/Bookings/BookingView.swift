/// A booking as both platforms show it.
struct BookingView: Sendable, Encodable {
  private enum CodingKeys: String, CodingKey {
    case localStart, link
  }

  let booking: Booking

  init(_ booking: Booking) {
    self.booking = booking
  }

  func encode(to encoder: any Encoder) throws {
    try booking.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    // Each platform reckons it by itself from the moment and the zone.
    try fields.encode(booking.localStart, forKey: .localStart)
    try fields.encode("/bookings/\(booking.bookingId)", forKey: .link)
  }
}
