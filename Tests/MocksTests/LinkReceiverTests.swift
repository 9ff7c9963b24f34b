import Foundation
import MockKit
import Mocks
import Testing

@Suite struct LinkReceiverTests {
  static let otherSecret = "whsec_" + Data("another-secret-of-the-link".utf8).base64EncodedString()

  private func balance(_ visitor: Visitor) async throws -> Int? {
    try await visitor.call("GET", "/api/points").json["balance"].int
  }

  private func loggedIn(_ world: MockWorld) async throws -> (visitor: Visitor, member: String) {
    let visitor = try await world.register("13912345678", on: .mini)
    return (visitor, try await visitor.call("GET", "/api/member").json["memberId"].text)
  }

  @Test("an event delivered twice is applied once")
  func duplicates() async throws {
    try await MockWorld.run { world in
      let (visitor, member) = try await loggedIn(world)
      let sender = LinkSender(world: world)
      let body = LinkSender.points("evt_1", member: member, entry: "pt_1", amount: 5)
      for _ in 1...3 { #expect(try await sender.send("evt_1", body).status == 204) }
      #expect(try await balance(visitor) == 5)
      let sameEntry = LinkSender.points("evt_2", member: member, entry: "pt_1", amount: 5)
      #expect(try await sender.send("evt_2", sameEntry).status == 204)
      #expect(try await balance(visitor) == 5)
      let entries = world.set.truth.entries.filter { $0.event == "evt_1" }
      #expect(entries.count { $0.stage == .received } == 3)
      #expect(entries.count { $0.stage == .applied } == 1)
      #expect(entries.count { $0.stage == .visible } == 1)
    }
  }

  @Test("forged, altered, old and swapped messages are refused and change nothing")
  func forgeries() async throws {
    try await MockWorld.run { world in
      let (visitor, member) = try await loggedIn(world)
      let body = LinkSender.points("evt_1", member: member, entry: "pt_1", amount: 5)
      let more = LinkSender.points("evt_1", member: member, entry: "pt_1", amount: 500)
      let answers = [
        try await LinkSender(world: world, secret: Self.otherSecret).send("evt_1", body),
        try await LinkSender(world: world).send("evt_1", body, altered: more),
        try await LinkSender(world: world, shift: -301).send("evt_1", body),
        try await LinkSender(world: world, shift: 310).send("evt_1", body),
        try await LinkSender(world: world, signedID: "evt_9").send("evt_1", body),
        try await world.visitor(.mini).call("POST", "/_link/events", body),
      ]
      for answer in answers { #expect(answer.outcome == "401 /problems/bad-signature") }
      #expect(try await balance(visitor) == 0)
    }
  }

  @Test("while a key is changed, both are accepted")
  func rotation() async throws {
    var options = try MockWorld.options
    options.olderLinkSecret = Self.otherSecret
    try await MockWorld.run(options) { world in
      let (visitor, member) = try await loggedIn(world)
      let old = LinkSender.points("evt_1", member: member, entry: "pt_1", amount: 5)
      let new = LinkSender.points("evt_2", member: member, entry: "pt_2", amount: 6)
      let older = LinkSender(world: world, secret: Self.otherSecret)
      #expect(try await older.send("evt_1", old).status == 204)
      #expect(try await LinkSender(world: world).send("evt_2", new).status == 204)
      #expect(try await balance(visitor) == 11)
    }
  }

  @Test("an event of a member who has not arrived is put off, and taken later")
  func unknownMember() async throws {
    try await MockWorld.run { world in
      let sender = LinkSender(world: world)
      let id = "7999999999999999999"
      let points = LinkSender.points("evt_2", member: id, entry: "pt_1", amount: 5)
      let early = try await sender.send("evt_2", points)
      #expect(early.outcome == "409 /problems/unknown-member")
      #expect(early.wire.header("retry-after") == "0")
      let registered = LinkSender.event(
        "evt_1", "member.registered",
        #"{"memberId":"\#(id)","phone":"13912345678","name":"n","level":"gold","version":1,"origin":"web"}"#
      )
      #expect(try await sender.send("evt_1", registered).status == 204)
      #expect(try await sender.send("evt_2", points).status == 204)
      let member = try await world.logIn("13912345678", on: .mini).answer.json["member"]
      #expect(member["memberId"].text == id && member["level"].text == "gold")
      #expect(member["points"].int == 5)
    }
  }

  @Test("a status that arrives late does not turn an order back")
  func noRegression() async throws {
    try await MockWorld.run { world in
      let (visitor, member) = try await loggedIn(world)
      let sender = LinkSender(world: world)
      func order(_ event: String, _ type: String, _ status: String, _ version: Int) -> String {
        LinkSender.event(
          event, type,
          #"{"orderId":"W1","memberId":"\#(member)","status":"\#(status)","version":\#(version),"#
            + #""itemsAmount":"15.98","memberDiscount":"0.00","couponDiscount":"0.00","#
            + #""amount":"15.98","items":[{"sku":"cup-celadon","name":"c","quantity":1,"price":"15.98"}],"#
            + #""address":{"name":"a","phone":"b","line":"c"},"createdAt":"2026-01-01T00:00:00.000Z","origin":"web"}"#
        )
      }
      let paid = order("evt_2", "order.paid", "paid", 2)
      #expect(try await sender.send("evt_2", paid).status == 204)
      let created = order("evt_1", "order.created", "created", 1)
      #expect(try await sender.send("evt_1", created).status == 204)
      #expect(try await visitor.call("GET", "/api/orders/W1").json["status"].text == "paid")
    }
  }

  @Test(
    "a signed message that is no event is refused",
    arguments: ["{}", "nonsense", LinkSender.event("evt_1", "no.such", "{}")])
  func notAnEvent(body: String) async throws {
    try await MockWorld.run { world in
      let answer = try await LinkSender(world: world).send("evt_1", body)
      #expect(answer.outcome == "422 /problems/invalid-request")
    }
  }
}
