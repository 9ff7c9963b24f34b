import MockKit
import Mocks
import Testing

@Suite struct ProfileTests {
  private let phone = "13912345678"

  @Test(
    "every field of a profile arrives, and what is cleared is gone", arguments: ShopSide.allCases)
  func mirrors(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let (here, there) = (try #require(both[side]), try #require(both[side.other]))
      try await world.settle()
      let full = try await here.edit(
        #"{"name":"大明","email":"a.b@example.cn","birthday":"1990-02-28","city":"杭州"}"#)
      #expect(full.status == 200 && full.json["version"].int == 5)
      #expect(full.json["email"].text == "a.b@example.cn")
      try await world.settle()
      #expect(try await there.member == full.json)
      let cleared = try await there.edit(#"{"email":null,"birthday":null,"city":null}"#)
      #expect(cleared.json["city"] == .null && cleared.json["name"].text == "大明")
      try await world.settle()
      #expect(try await here.member == cleared.json)
    }
  }

  @Test(
    "what cannot be is refused and changes nothing",
    arguments: [
      (#"{"name":null}"#, "`name`"), (#"{"name":""}"#, "`name`"), (#"{"city":""}"#, "`city`"),
      (#"{"email":"a@b"}"#, "`email`"), (#"{"email":"a b@c.d"}"#, "`email`"),
      (#"{"email":7}"#, "`email`"), (#"{"birthday":"1990-02-29"}"#, "`birthday`"),
      (#"{"birthday":"2999-01-01"}"#, "`birthday`"), (#"{"birthday":"90-1-1"}"#, "`birthday`"),
      (#"{"birthday":"1990-1a-01"}"#, "`birthday`"), ("{}", "the body"), ("[]", "the body"),
      (#"{"nmae":"x"}"#, "the body"), (#"{"name":"x","city":7}"#, "`city`"),
    ])
  func refuses(body: String, field: String) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register(phone, on: .web)
      let before = try await visitor.member
      let answer = try await visitor.edit(body)
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(answer.json["detail"].text.contains(field), "\(answer.text)")
      #expect(try await visitor.member == before)
    }
  }

  @Test("two people who edit other fields on both sides at once both keep what they wrote")
  func joins() async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      try await web.edit(#"{"name":"web","email":"web@example.cn"}"#)
      try await mini.edit(#"{"name":"mini","city":"北京"}"#)
      world.set.setLink(LinkFaults())
      try await world.settle()
      let member = try await web.member
      #expect(try await mini.member == member)
      #expect(member["name"].text == "web")
      #expect(member["email"].text == "web@example.cn" && member["city"].text == "北京")
    }
  }

  @Test("an older profile that arrives late changes no field but may raise the level")
  func olderProfile() async throws {
    try await MockWorld.run { world in
      let mini = try await world.register(phone, on: .mini)
      try await mini.edit(#"{"name":"new"}"#)
      try await mini.edit(#"{"name":"newer"}"#)
      let id = try await mini.member["memberId"].text
      let sender = LinkSender(world: world)
      for (event, level) in [("evt_1", "gold"), ("evt_2", "bronze")] {
        let old = LinkSender.event(
          event, "member.updated",
          #"{"memberId":"\#(id)","phone":"\#(phone)","name":"old","level":"\#(level)","version":2,"origin":"web"}"#
        )
        #expect(try await sender.send(event, old).status == 204)
        let member = try await mini.member
        #expect(member["name"].text == "newer" && member["level"].text == "gold")
      }
    }
  }

  @Test("absurd versions are taken for very high ones")
  func absurdVersion() async throws {
    try await MockWorld.run { world in
      let mini = try await world.register(phone, on: .mini)
      let id = try await mini.member["memberId"].text
      for (number, version) in [Int.min, Int.max].enumerated() {
        let event = LinkSender.event(
          "evt_\(number)", "member.updated",
          #"{"memberId":"\#(id)","phone":"\#(phone)","name":"x","level":"gold","version":\#(version),"origin":"web"}"#
        )
        #expect(try await LinkSender(world: world).send("evt_\(number)", event).status == 204)
      }
      #expect(try await mini.member["name"].text == "x")
    }
  }
}
