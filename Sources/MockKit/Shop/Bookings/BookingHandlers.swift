/// `GET /api/services`: what can be booked.
struct ListServicesHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .json(ItemList(items: try await shop.database.read(ShopServices.all)))
  }
}

/// `POST /api/bookings`, in the mini-program.
struct BookHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try call.decode(BookingRequest.self)
    try request.check()
    return try await shop.change(as: call) { change, member in
      let booking = try change.book(request, for: member)
      return try change.answer(try .json(BookingView(booking), status: 201))
    }
  }
}

/// `GET /api/bookings`: newest first.
struct ListBookingsHandler: Handler {
  private struct Views: Encodable {
    let items: [BookingView]
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try PageRequest(call, keys: Bookings.listKeys.count)
    let page = try await shop.read(as: call) { try Bookings.page(request, of: $1, in: $0) }
    let (found, headers) = request.page(page, position: Bookings.place)
    return try .json(Views(items: found.map(BookingView.init)), headers: headers)
  }
}

/// `GET /api/bookings/{id}`.
struct ShowBookingHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let booking = try await shop.read(as: call) { try Bookings.find(id, of: $1, in: $0) }
    return try .json(
      BookingView(booking), tag: EntityTag(version: booking.version), for: call)
  }
}

/// `POST /api/bookings/{id}/cancel`.
struct CancelBookingHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let member = try await shop.read(as: call) { $1 }
    let id = call.parameters["id"] ?? ""
    return try await shop.change(
      ChangeBooking(action: .cancel, bookingId: id, memberId: member), for: call)
  }
}

/// `POST /api/bookings/{id}/upgrade`.
struct UpgradeBookingHandler: Handler {
  private struct Body: Decodable {
    let service: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let service = try call.decode(Body.self).service
    let member = try await shop.read(as: call) { database, member in
      _ = try ShopServices.require(service, in: database)
      return member
    }
    let id = call.parameters["id"] ?? ""
    return try await shop.change(
      ChangeBooking(action: .upgrade, bookingId: id, memberId: member, service: service),
      for: call)
  }
}

/// `POST /api/staff/bookings/{id}/confirm`, `/complete` and `/cancel`.
struct StaffBookingHandler: Handler {
  let action: BookingAction
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let id = call.parameters["id"] ?? ""
    return try await shop.change(
      ChangeBooking(action: action, bookingId: id, memberId: nil), for: call)
  }
}
