/// A member who is deleted.
extension ShopChange {
  /// What the member had taken is free for others; each side gives back what it decides about.
  func vacate(_ member: String) throws {
    if side == Booking.owner {
      for booking in try Bookings.open(of: member, in: database) {
        _ = try move(booking, .cancel)
      }
    }
    guard side == Lesson.owner else { return }
    for seat in try Seats.all(of: member, after: timestamp, in: database) {
      _ = try freeSeat(in: try Lessons.find(seat.lessonId, in: database), of: member)
    }
  }
}
