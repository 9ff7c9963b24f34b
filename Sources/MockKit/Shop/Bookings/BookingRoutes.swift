/// Services at a time of the member's.
package enum BookingRoutes {
  static func shared(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/services", ListServicesHandler(shop: shop)),
      Route(.get, "/api/bookings", ListBookingsHandler(shop: shop)),
      Route(.get, "/api/bookings/{id}", ShowBookingHandler(shop: shop)),
      Route(.post, "/api/bookings/{id}/cancel", CancelBookingHandler(shop: shop)),
      Route(.post, "/api/bookings/{id}/upgrade", UpgradeBookingHandler(shop: shop)),
    ]
      + [BookingAction.confirm, .complete, .cancel].map { action in
        Route(
          .post, "/api/staff/bookings/{id}/\(action.rawValue)",
          StaffBookingHandler(action: action, shop: shop))
      }
  }

  package static func miniProgram(of shop: Shop) -> [Route] {
    [Route(.post, "/api/bookings", BookHandler(shop: shop))]
  }
}
