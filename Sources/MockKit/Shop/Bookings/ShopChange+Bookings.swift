import GRDB

/// What the mini-program's side decides about bookings.
extension ShopChange {
  func book(_ request: BookingRequest, for member: String) throws -> Booking {
    let service = try ShopServices.require(request.service, in: database)
    let start = try request.start(now: milliseconds)
    let booking = Booking(
      bookingId: "bk_" + Hexadecimal.random(bytes: 10), memberId: member,
      service: service.service, name: service.name, nameEn: service.nameEn, price: service.price,
      address: service.address, startsAt: MockClock.timestamp(.milliseconds(start)),
      timeZone: request.zoneName, people: request.people ?? 1, notes: request.notes,
      status: .requested, version: 1, createdAt: timestamp)
    try tell(of: booking)
    return booking
  }

  /// What has come about already stays as it is.
  func move(_ booking: Booking, _ action: BookingAction) throws -> Booking {
    if booking.status == action.result { return booking }
    guard let status = action.result, action.statuses.contains(booking.status) else {
      throw BookingError.notPossible(
        action, booking: booking.bookingId, status: booking.status)
    }
    var moved = booking
    moved.status = status
    switch status {
    case .requested: break
    case .confirmed: moved.confirmedAt = timestamp
    case .completed: moved.completedAt = timestamp
    case .cancelled: moved.cancelledAt = timestamp
    }
    return try next(moved)
  }

  /// To the service that it is for already changes nothing, so that it may be asked again.
  func upgrade(_ booking: Booking, to service: ShopService) throws -> Booking {
    if booking.service == service.service { return booking }
    guard BookingAction.upgrade.statuses.contains(booking.status) else {
      throw BookingError.notPossible(
        .upgrade, booking: booking.bookingId, status: booking.status)
    }
    guard booking.start > milliseconds else {
      throw BookingError.over(booking: booking.bookingId, startsAt: booking.startsAt)
    }
    guard service.price.fen > booking.price.fen else {
      throw BookingError.noUpgrade(from: booking.service, to: service.service)
    }
    var upgraded = booking
    upgraded.upgradedFrom = booking.service
    upgraded.difference = Money(fen: service.price.fen - booking.price.fen)
    upgraded.take(service)
    return try next(upgraded)
  }

  /// Tells the member that the time has nearly come, once.
  func remind(of booking: Booking) throws {
    guard booking.start > milliseconds else {
      return try Bookings.forget(booking.bookingId, in: database)
    }
    var reminded = booking
    reminded.remindedAt = timestamp
    _ = try next(reminded)
  }

  private func next(_ booking: Booking) throws -> Booking {
    var booking = booking
    booking.version += 1
    try tell(of: booking)
    return booking
  }

  private func tell(of booking: Booking) throws {
    try Bookings.put(booking, reminder: booking.reminder, in: database)
    try publish(.bookingChanged, of: booking.bookingId, for: booking.memberId, booking)
    try post(newsOf: booking)
    guard booking.reminder != nil else { return }
    let chore = shop.desk.chores.reminders
    database.afterNextTransaction { _ in chore.wake() }
  }

  fileprivate func post(newsOf booking: Booking) throws {
    for news in News.all(of: booking) { try news.post(by: shop, in: database) }
  }
}

extension LinkApplier {
  func take(_ booking: Booking) throws {
    var booking = booking
    booking.memberId = try known(booking.memberId)
    booking = change.read(booking)
    try Bookings.put(booking, in: database)
    try change.post(newsOf: booking)
  }
}
