import MockKit
import Mocks
import Testing

@Suite struct ShareTests {
  private static let phone = "13912345678"
  private static let friend = "13912345679"

  private static func shown(_ key: String, _ visitor: Visitor) async throws -> [Int?] {
    let share = try await visitor.call("GET", "/api/shares/\(key)").json
    return ["opens", "joiners", "points"].map { share[$0].int }
  }

  @Test("a friend who came by a shared page and joined brings the sharer points, once")
  func rewards() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let (key, how) = try await customer.web.share()
      let link = try await customer.web.call("GET", "/api/shares/\(key)").json["link"].text
      let opened = try await world.open("link", link, phone: Self.friend).json
      #expect(opened["params"] == .object(["entry": .text(key), "sku": .text("cup-celadon")]))
      let guest = world.visitor(.mini)
      _ = try await guest.land(#"{"entry":"\#(key)"}"#, scene: 1194)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await Self.shown(key, customer.visitor(side)) == [1, 0, 0])
        #expect(try await customer.points(on: side)["balance"].int == 0)
      }
      let (friend, answer) = try await world.join(Self.friend, how)
      #expect(answer.status == 201 && answer.json["member"]["points"].int == 0)
      try await world.settle()
      let id = answer.json["member"]["memberId"].text
      for side in ShopSide.allCases {
        #expect(try await Self.shown(key, customer.visitor(side)) == [1, 1, 20])
        #expect(try await customer.visitor(side).ledger == ["pt_share_\(id)": 20])
        let list = try await customer.visitor(side).call("GET", "/api/shares").json["items"].list
        #expect(list.map { $0["entryKey"].text } == [key])
      }
      try await friend.call("DELETE", "/api/member")
      #expect(try await world.join(Self.friend, how).answer.status == 201)
      try await world.settle()
      #expect(try await customer.points(on: .web)["balance"].int == 20)
    }
  }

  @Test("five friends a day bring points, further ones only count")
  func cap() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let (key, how) = try await customer.web.share()
      for number in 0..<6 {
        #expect(try await world.join("1391111111\(number)", how).answer.status == 201)
      }
      try await world.settle()
      #expect(try await Self.shown(key, customer.mini) == [0, 6, 100])
      world.set.clock.advance(by: .seconds(86_400))
      _ = try await world.join("13911111119", how)
      try await world.settle()
      #expect(try await Self.shown(key, customer.mini) == [0, 7, 120])
      #expect(try await customer.points(on: .mini)["balance"].int == 120)
    }
  }

  @Test("an entry that nobody shared brings nothing, one that is none is refused")
  func others() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let entry = try await world.entry(by: customer.web)
      #expect(try await world.join(Self.friend, #""entryKey":"\#(entry)""#).answer.status == 201)
      let none = try await world.join("13912345670", #""entryKey":"none""#).answer
      #expect(none.outcome == "404 /problems/entry-not-found")
      try await world.settle()
      #expect(try await customer.points(on: .web)["balance"].int == 0)
      let share = try await customer.web.call("GET", "/api/shares/\(entry)")
      #expect(share.outcome == "404 /problems/share-not-found")
    }
  }

  @Test("a shared page is its member's alone, and what is wrong with it is told")
  func refusals() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let (key, _) = try await customer.web.share()
      let stranger = try await world.register(Self.friend, on: .web)
      let found = try await stranger.call("GET", "/api/shares/\(key)")
      #expect(found.outcome == "404 /problems/share-not-found")
      for (body, field) in [
        (#"{"page":"/pages/a"}"#, "`page`"), (#"{"page":"pages/a","sku":"none"}"#, "`sku`"),
      ] {
        let answer = try await customer.web.call("POST", "/api/shares", body)
        #expect(answer.outcome == "422 /problems/invalid-request")
        #expect(answer.json["detail"].text.contains(field))
      }
      let guest = try await world.visitor(.web).call(
        "POST", "/api/shares", #"{"page":"pages/product/detail"}"#)
      #expect(guest.outcome == "401 /problems/not-logged-in")
    }
  }

  @Test("whoever turns out to be the friend gives the points back")
  func themselves() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let (key, how) = try await customer.web.share()
      _ = try await world.join(Self.friend, how)
      try await world.settle()
      #expect(try await customer.points(on: .mini)["balance"].int == 20)
      try await world.merge(Self.friend, with: Self.phone)
      for side in ShopSide.allCases {
        #expect(try await customer.points(on: side)["balance"].int == 0)
        #expect(try await Self.shown(key, customer.visitor(side)) == [0, 0, 0])
      }
    }
  }

  @Test("an invitation and a shared page count both, while the link is slow, too")
  func together() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world, Self.phone)
      let (_, how) = try await customer.web.share()
      let code = try await customer.web.invitation
      try await world.settle()
      world.set.setLink(LinkFaults(down: true), direction: .miniToWeb)
      #expect(try await world.join(Self.friend, how + "," + code).answer.status == 201)
      #expect(try await customer.points(on: .mini)["balance"].int == 50)
      world.set.setLink(LinkFaults(), direction: .miniToWeb)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await customer.points(on: side)["balance"].int == 70)
      }
    }
  }
}
