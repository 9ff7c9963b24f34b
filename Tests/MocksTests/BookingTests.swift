import Foundation
import MockKit
import Mocks
import Testing

@Suite struct BookingTests {
  private static func body(_ start: String, _ more: String = "") -> String {
    #"{"service":"tea-tasting","startsAt":"\#(start)"\#(more)}"#
  }

  /// The moment in so many hours, in UTC to the minute.
  private static func hence(_ hours: Int, _ world: MockWorld) -> String {
    let moment = world.set.clock.now + .seconds(hours * 3600)
    return MockClock.timestamp(moment).prefix(16) + ":00Z"
  }

  private static func book(
    _ customer: Customer, in hours: Int, _ more: String = ""
  ) async throws -> JSON {
    let start = hence(hours, customer.world)
    let answer = try await customer.mini.call("POST", "/api/bookings", body(start, more))
    try #require(answer.status == 201, "\(answer.text)")
    return answer.json
  }

  private static func show(_ id: String, _ visitor: Visitor) async throws -> JSON {
    try await visitor.call("GET", "/api/bookings/\(id)").json.without("syncNotice")
  }

  @Test(
    "both platforms tell the same moment and the same local time, in any zone",
    arguments: [
      (#""2027-01-05T10:00""#, "", "Asia/Shanghai", "T02:00", "10:00"),
      (#""2027-01-05T10:00""#, "Asia/Urumqi", "Asia/Urumqi", "T04:00", "10:00"),
      (#""2027-01-05T10:00+08:00""#, "Asia/Tokyo", "Asia/Tokyo", "T02:00", "11:00"),
    ])
  func zones(
    start: String, asked: String, zone: String, utc: String, local: String
  ) async throws {
    try await MockWorld.run { world in
      world.set.clock.set(to: .seconds(1_798_761_600))
      let customer = try await Customer.join(world)
      let more = asked.isEmpty ? "" : #","timeZone":"\#(asked)""#
      let answer = try await customer.mini.call(
        "POST", "/api/bookings", #"{"service":"pottery","startsAt":\#(start)\#(more)}"#)
      #expect(answer.status == 201, "\(answer.text)")
      try await world.settle()
      let id = answer.json["bookingId"].text
      for visitor in [customer.web, customer.mini] {
        let shown = try await Self.show(id, visitor)
        #expect(shown == answer.json)
        #expect(shown["startsAt"].text == "2027-01-05\(utc):00.000Z")
        #expect(shown["localStart"].text == "2027-01-05 \(local)")
        #expect(shown["timeZone"].text == zone)
      }
    }
  }

  @Test("what cannot be booked is refused by its field")
  func refuses() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let start = Self.hence(48, world)
      for (body, field) in [
        (Self.body(Self.hence(-1, world)), "startsAt"),
        (Self.body(Self.hence(24 * 400, world)), "startsAt"), (Self.body("soon"), "startsAt"),
        (Self.body(start, #","timeZone":"Mars/Base""#), "timeZone"),
        (Self.body(start, #","people":0"#), "people"), (Self.body(start, #","notes":"""#), "notes"),
        (#"{"service":"none","startsAt":"\#(start)"}"#, "service"),
      ] {
        let answer = try await customer.mini.call("POST", "/api/bookings", body)
        #expect(answer.outcome == "422 /problems/invalid-request", "\(body)")
        #expect(answer.text.contains("`\(field)`"), "\(body)")
      }
      let web = try await customer.web.call("POST", "/api/bookings", Self.body(start))
      #expect(web.outcome == "405 /problems/method-not-allowed")
      let id = try await Self.book(customer, in: 48)["bookingId"].text
      let other = try await world.register("13912345679", on: .mini)
      #expect(
        try await other.call("GET", "/api/bookings/\(id)").outcome
          == "404 /problems/booking-not-found")
      #expect(
        try await other.call("POST", "/api/bookings/\(id)/cancel").outcome
          == "404 /problems/booking-not-found")
    }
  }

  @Test(
    "the status follows on both platforms, wherever it is changed, and never twice",
    arguments: ShopSide.allCases)
  func follows(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await Self.book(customer, in: 72)["bookingId"].text
      let staff = "/api/staff/bookings/\(id)"
      let early = try await world.staff(on: side, "\(staff)/complete")
      #expect(early.outcome == "409 /problems/booking-not-changeable")
      for _ in 1...2 {
        let confirmed = try await world.staff(on: side, "\(staff)/confirm")
        #expect(confirmed.json["status"].text == "confirmed")
        #expect(confirmed.json["version"].int == 2)
      }
      #expect(try await Self.show(id, customer.visitor(side))["status"].text == "confirmed")
      _ = try await world.staff(on: side, "\(staff)/complete")
      try await world.settle()
      let shown = try await Self.show(id, customer.visitor(side.other))
      #expect(shown["status"].text == "completed" && shown["version"].int == 3)
      let late = try await customer.visitor(side).call("POST", "/api/bookings/\(id)/cancel")
      #expect(late.outcome == "409 /problems/booking-not-changeable")
      let list = try await customer.web.call("GET", "/api/bookings").json["items"].list
      #expect(list == [shown])
    }
  }

  @Test("an upgrade costs the difference, keeps the time, and is done once")
  func upgrades() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let booked = try await Self.book(customer, in: 72)
      let id = booked["bookingId"].text
      let path = "/api/bookings/\(id)/upgrade"
      for _ in 1...2 {
        let upgraded = try await customer.web.call("POST", path, #"{"service":"pottery"}"#)
        #expect(upgraded.status == 200 && upgraded.json["version"].int == 2)
        #expect(upgraded.json["difference"].text == "70.00")
        #expect(upgraded.json["upgradedFrom"].text == "tea-tasting")
        #expect(upgraded.json["startsAt"] == booked["startsAt"])
      }
      try await world.settle()
      #expect(
        try await Self.show(id, customer.mini) == Self.show(id, customer.web))
      let cheaper = try await customer.web.call("POST", path, #"{"service":"tea-tasting"}"#)
      #expect(cheaper.outcome == "409 /problems/booking-not-changeable")
      let unknown = try await customer.web.call("POST", path, #"{"service":"none"}"#)
      #expect(unknown.outcome == "422 /problems/invalid-request")
    }
  }

  @Test("a day before a confirmed booking begins its member is told once, here and there")
  func reminds() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let booked = try await Self.book(customer, in: 72, #","notes":"靠窗","timeZone":"Asia/Tokyo""#)
      let id = booked["bookingId"].text
      let open = try await Self.book(customer, in: 72)["bookingId"].text
      _ = try await world.staff(on: .web, "/api/staff/bookings/\(id)/confirm")
      world.set.clock.advance(by: .seconds(47 * 3600))
      try await world.settle()
      #expect(try await Self.show(id, customer.mini)["remindedAt"] == .null)
      for _ in 1...2 {
        world.set.clock.advance(by: .seconds(3660))
        try await world.settle()
      }
      for visitor in [customer.web, customer.mini] {
        let shown = try await Self.show(id, visitor)
        #expect(shown["version"].int == 3 && !shown["remindedAt"].text.isEmpty)
        #expect(try await Self.show(open, visitor)["remindedAt"] == .null)
      }
      let news = try await customer.web.call("GET", "/api/notifications").json["items"].list
      #expect(news.map { $0["status"].text } == ["reminder", "confirmed"])
      #expect(news[0]["booking"]["localStart"] == booked["localStart"])
      #expect(news[0]["booking"]["timeZone"].text == "Asia/Tokyo")
      let openid = try await world.codes("13912345678")["openid"].text
      let messages = try await world.visitor(.wechat)
        .call("GET", "/_control/messages?openid=\(openid)").json["items"].list
      #expect(messages.map { $0["data"]["phrase3"].text } == ["已确认", "即将开始"])
      let data = try #require(messages.last)["data"]
      #expect(data["thing1"].text == "茶艺体验" && data["time2"] == booked["localStart"])
      #expect(data["thing4"] == booked["address"] && data["thing5"].text == "靠窗")
    }
  }

  @Test("who is confirmed within the last day is reminded at once, and not again after a restart")
  func late() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.dataDirectory = folder
    var id = ""
    try await MockWorld.run(options) { world in
      let customer = try await Customer.join(world)
      id = try await Self.book(customer, in: 12)["bookingId"].text
      _ = try await world.staff(on: .mini, "/api/staff/bookings/\(id)/confirm")
      try await world.settle()
      #expect(try await Self.show(id, customer.web)["version"].int == 3)
    }
    try await MockWorld.run(options) { world in
      let visitor = try await world.logIn("13912345678", on: .web).visitor
      try await world.settle()
      #expect(try await Self.show(id, visitor)["version"].int == 3)
    }
  }

  @Test("a late event of an earlier state changes nothing")
  func lateEvent() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let booked = try await Self.book(customer, in: 72)
      let id = booked["bookingId"].text
      _ = try await world.staff(on: .web, "/api/staff/bookings/\(id)/confirm")
      try await world.settle()
      var sender = LinkSender(world: world)
      sender.server = .web
      let old =
        #"{"bookingId":"\#(id)","memberId":"\#(booked["memberId"].text)","service":"pottery","#
        + #""name":"x","nameEn":"x","price":"1.00","address":"x","status":"requested","version":1,"#
        + #""startsAt":"2027-01-01T00:00:00.000Z","timeZone":"UTC","people":1,"#
        + #""createdAt":"2026-01-01T00:00:00.000Z"}"#
      let event = LinkSender.event("evt_old", "booking.changed", old)
      #expect(try await sender.send("evt_old", event).status == 204)
      let shown = try await Self.show(id, customer.web)
      #expect(shown["status"].text == "confirmed" && shown["service"].text == "tea-tasting")
    }
  }

  @Test("who leaves has no bookings any more, and two who become one have those of both")
  func members() async throws {
    try await MockWorld.run { world in
      let leaving = try await Customer.join(world)
      let id = try await Self.book(leaving, in: 72)["bookingId"].text
      try await world.settle()
      #expect(try await leaving.web.call("DELETE", "/api/member").status == 204)
      try await world.settle()
      for side in ShopSide.allCases {
        let left = try await world.staff(on: side, "/api/staff/bookings/\(id)/confirm")
        #expect(left.outcome == "409 /problems/booking-not-changeable")
      }
      let one = try await Customer.join(world, "13912345679")
      let other = try await Customer.join(world, "13912345670")
      for customer in [one, other] { _ = try await Self.book(customer, in: 72) }
      try await world.settle()
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345670", openid: openid))
      try await world.settle()
      for visitor in [one.web, one.mini, other.web] {
        let items = try await visitor.call("GET", "/api/bookings").json["items"].list
        #expect(items.count == 2 && Set(items.map { $0["memberId"] }).count == 1)
      }
    }
  }

  @Test("with the link down the website says that it cannot be decided")
  func withoutLink() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await Self.book(customer, in: 72)["bookingId"].text
      world.set.setLink(LinkFaults(down: true))
      #expect(
        try await customer.web.call("POST", "/api/bookings/\(id)/cancel").outcome
          == "503 /problems/peer-unavailable")
      #expect(try await customer.mini.call("POST", "/api/bookings/\(id)/cancel").status == 200)
    }
  }

  @Test("the website's page shows the details and upgrades")
  func page() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let booked = try await Self.book(customer, in: 72)
      try await world.settle()
      let browser = Browser(world)
      try await browser.submit(
        "login", of: "/login", ["phone": "13912345678", "password": "secret-1"])
      let path = booked["link"].text
      let page = try await browser.open(path)
      #expect(page.element("booking-start") == booked["localStart"].text)
      #expect(page.attribute("datetime", of: "booking-start") == booked["startsAt"].text)
      let sent = try await browser.submit("upgrade", of: path, ["service": "tea-master"])
      #expect(sent.status == 303 && sent.location == path)
      let upgraded = try await browser.open(path)
      #expect(upgraded.element("booking-difference") == "200.00")
      #expect(upgraded.attribute("data-service", of: "booking-service") == "tea-master")
    }
  }
}
