import MockKit
import Mocks

extension DefectCase {
  static let bookings: [DefectCase] = [
    DefectCase("booking_timezone_shift") { world in
      let customer = try await Customer.join(world)
      let start = MockClock.timestamp(world.set.clock.now + .seconds(72 * 3600)).prefix(16) + "Z"
      let booked = try await customer.mini.call(
        "POST", "/api/bookings", #"{"service":"tea-tasting","startsAt":"\#(start)"}"#
      ).json
      return {
        let shown = try await customer.web.call(
          "GET", "/api/bookings/\(booked["bookingId"].text)"
        ).json
        return !shown["startsAt"].text.isEmpty && shown["startsAt"] != booked["startsAt"]
      }
    },
    DefectCase("redeem_twice") { world in
      let customer = try await Customer.join(world)
      let order = try await customer.order("package-tea-5", 1, on: .web)
      _ = try await customer.act("pay", on: order, at: .web)
      let path = "/api/packages/pk_\(order)_1"
      let code = try await customer.web.call("GET", "\(path)/code").json["code"].text
      for _ in 1...2 {
        _ = try await world.visitor(.counter).call(
          "POST", "/api/redemptions", #"{"code":"\#(code)"}"#, headers: [MockWorld.clerk])
      }
      return { try await customer.mini.call("GET", path).json["usesLeft"].int == 3 }
    },
    DefectCase("seat_double") { world in
      let customer = try await Customer.join(world)
      for visitor in [customer.web, customer.mini] {
        _ = try await visitor.call("POST", "/api/lessons/lesson-guqin/sign-up")
      }
      return {
        let lesson = try await customer.web.call("GET", "/api/lessons/lesson-guqin").json
        return lesson["seatsLeft"].int == -1
      }
    },
  ]
}
