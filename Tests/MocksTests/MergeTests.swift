import MockKit
import Mocks
import Testing

@Suite struct MergeTests {
  private let webPhone = "13912345678"
  private let miniPhone = "13912345679"

  /// A member of the website, and a WeChat user who is another member.
  private func two(_ world: MockWorld) async throws -> (web: Visitor, mini: Visitor) {
    let web = try await world.register(webPhone, on: .web)
    let mini = try await world.register(miniPhone, on: .mini)
    try await world.settle()
    return (web, mini)
  }

  /// The WeChat user of the one phone proves to own the other.
  private func prove(_ world: MockWorld) async throws -> Answer {
    let openid = try await world.codes(miniPhone)["openid"].text
    return try await world.logIn(with: world.codes(webPhone, openid: openid)).answer
  }

  @Test("who proves to own another member's phone becomes one with that member, for good")
  func merges() async throws {
    try await MockWorld.run { world in
      let (web, mini) = try await two(world)
      try await web.call("POST", "/api/points/earn", #"{"amount":5,"reason":"x"}"#)
      try await mini.call("POST", "/api/points/earn", #"{"amount":7,"reason":"x"}"#)
      let order = try await mini.order("tea-longjing", 4).json["orderId"].text
      try await mini.call("POST", "/api/orders/\(order)/pay")
      try await mini.edit(#"{"city":"上海"}"#)
      try await world.settle()
      let (one, other) = try await (web.member["memberId"], mini.member["memberId"])
      #expect(one != other)
      let merged = try await prove(world).json["member"]
      #expect(merged["memberId"] == one && merged["mergedIds"] == .list([other]))
      #expect(merged["points"].int == 5 + 7 + 512 && merged["level"].text == "silver")
      #expect(merged["city"].text == "上海" && merged["phone"].text == webPhone)
      try await world.settle()
      for visitor in [web, mini] {
        #expect(try await visitor.member == merged)
        #expect(try await visitor.call("GET", "/api/orders/\(order)").json["memberId"] == one)
      }
      #expect(try await prove(world).json["member"] == merged)
      let byOldPhone = try await world.logIn(miniPhone, on: .mini).answer.json["member"]
      #expect(byOldPhone == merged)
      #expect(world.set.linkStatus.values.allSatisfy { $0.deadLetters == 0 })
    }
  }

  @Test("late events of the id that is gone land on the survivor")
  func lateEvents() async throws {
    try await MockWorld.run { world in
      let (_, mini) = try await two(world)
      let gone = try await mini.member["memberId"].text
      _ = try await prove(world)
      let points = LinkSender.points("evt_1", member: gone, entry: "pt_late", amount: 9)
      #expect(try await LinkSender(world: world).send("evt_1", points).status == 204)
      #expect(try await mini.member["points"].int == 9)
    }
  }

  @Test("both sides work on during a merge that travels slowly, and nothing is lost")
  func worksOn() async throws {
    try await MockWorld.run { world in
      let (web, mini) = try await two(world)
      world.set.setLink(LinkFaults(down: true))
      _ = try await prove(world)
      let earn = #"{"amount":3,"reason":"x"}"#
      try await web.call("POST", "/api/points/earn", earn)
      try await mini.call("POST", "/api/points/earn", earn)
      try await web.edit(#"{"name":"web"}"#)
      try await mini.edit(#"{"email":"a@example.cn"}"#)
      world.set.setLink(LinkFaults())
      try await world.settle()
      let member = try await web.member
      #expect(try await mini.member == member)
      #expect(member["points"].int == 6 && member["email"].text == "a@example.cn")
    }
  }

  @Test("a member deleted on one side while merged on the other is gone on both")
  func deletedMeanwhile() async throws {
    try await MockWorld.run { world in
      let (web, mini) = try await two(world)
      world.set.setLink(LinkFaults(down: true))
      _ = try await prove(world)
      #expect(try await web.call("DELETE", "/api/member").status == 204)
      world.set.setLink(LinkFaults())
      try await world.settle()
      for visitor in [web, mini] {
        #expect(
          try await visitor.call("GET", "/api/member").outcome == "401 /problems/not-logged-in")
      }
      for phone in [webPhone, miniPhone] {
        let login = try await world.logIn(phone, on: .mini).answer
        #expect(login.outcome == "404 /problems/not-registered")
      }
    }
  }

  @Test("a chain of merges that both sides learn in another order ends in one member")
  func chain() async throws {
    try await MockWorld.run { world in
      world.set.setLink(LinkFaults(down: true))
      let web = try await world.register(miniPhone, on: .web)
      let other = try await world.register(webPhone, on: .web)
      let mini = try await world.register(miniPhone, on: .mini)
      _ = try await world.register(webPhone, on: .mini)
      _ = try await prove(world)
      for (number, visitor) in [web, other, mini].enumerated() {
        let body = #"{"amount":\#(1 << number),"reason":"x"}"#
        try await visitor.call("POST", "/api/points/earn", body)
      }
      world.set.setLink(LinkFaults())
      try await world.settle()
      let member = try await web.member
      #expect(member["points"].int == 7 && member["mergedIds"].list.count == 3)
      #expect(try await mini.member == member)
      #expect(try await other.member == member)
      #expect(world.set.linkStatus.values.allSatisfy { $0.deadLetters == 0 })
    }
  }

  @Test("the same person by unionid is the same member under another openid")
  func unionid() async throws {
    try await MockWorld.run { world in
      let known = try await world.codes("13800000003")
      let codes = try await world.codes(
        "13911111111", openid: "oSecond", unionid: known["unionid"].text)
      let second = try await world.logIn(with: codes, phoneCode: false).answer
      #expect(second.json["member"]["phone"].text == "13800000003")
      let again = try await world.codes("13911111111", openid: "oSecond", unionid: "other")
      #expect(try await world.logIn(with: again, phoneCode: false).answer.status == 200)
      let taken = try await world.visitor(.mini).call(
        "POST", "/api/register",
        #"{"code":"\#(try await world.codes("13911111111", openid: "oThird", unionid: known["unionid"].text)["code"].text)","phoneCode":"\#(codes["phoneCode"].text)"}"#
      )
      #expect(taken.outcome == "409 /problems/already-registered")
    }
  }
}
