import Foundation
import MockKit
import Mocks
import Testing

@Suite struct LessonTests {
  private static func add(_ world: MockWorld, seats: Int, in hours: Int = 48) async throws -> String
  {
    let start = MockClock.timestamp(world.set.clock.now + .seconds(hours * 3600))
    let answer = try await world.staff(
      on: .web, "/api/staff/lessons",
      #"{"title":"茶艺","titleEn":"Tea","place":"茶室","startsAt":"\#(start)","seats":\#(seats)}"#)
    try #require(answer.status == 201, "\(answer.text)")
    try await world.settle()
    return answer.json["lessonId"].text
  }

  private static func signUp(_ id: String, _ visitor: Visitor) async throws -> Answer {
    try await visitor.call("POST", "/api/lessons/\(id)/sign-up")
  }

  private static func left(_ id: String, _ world: MockWorld) async throws -> [Int?] {
    try await world.settle()
    var left: [Int?] = []
    for side in ShopSide.allCases {
      left.append(
        try await world.visitor(on: side).call("GET", "/api/lessons/\(id)").json["seatsLeft"].int)
    }
    return left
  }

  private static func timetable(_ visitor: Visitor) async throws -> [JSON] {
    try await visitor.call("GET", "/api/timetable").json["items"].list
  }

  @Test("there are lessons from the start, the same on both platforms, in a time of Shanghai's")
  func seeded() async throws {
    try await MockWorld.run { world in
      let lessons = try await world.visitor(.web).call("GET", "/api/lessons").json["items"]
      #expect(lessons.list.count == 3)
      #expect(try await world.visitor(.mini).call("GET", "/api/lessons").json["items"] == lessons)
      let gongfu = try #require(lessons.list.first { $0["lessonId"].text == "lesson-gongfu" })
      #expect(gongfu["startsAt"].text.hasSuffix("T11:00:00.000Z"))
      #expect(gongfu["seats"].int == 12 && gongfu["seatsLeft"].int == 12)
    }
  }

  @Test(
    "a seat is in both timetables, and signing up again takes no other",
    arguments: ShopSide.allCases)
  func signsUp(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await Self.add(world, seats: 3)
      let first = try await Self.signUp(id, customer.visitor(side))
      #expect(first.status == 200 && first.json["status"].text == "taken")
      #expect(try await Self.timetable(customer.visitor(side)) == [first.json])
      for visitor in [customer.web, customer.mini] {
        #expect(try await Self.signUp(id, visitor).json == first.json)
        let keyed = try await visitor.call(
          "POST", "/api/lessons/\(id)/sign-up", headers: [("idempotency-key", "\"once\"")])
        #expect(keyed.json == first.json)
      }
      #expect(try await Self.left(id, world) == [2, 2])
      #expect(try await Self.timetable(customer.visitor(side.other)) == [first.json])
    }
  }

  @Test("many who want the last seats on both platforms at once get those that there are")
  func races() async throws {
    try await MockWorld.run { world in
      let id = try await Self.add(world, seats: 4)
      var visitors: [Visitor] = []
      for number in 0..<12 {
        visitors.append(
          try await world.register(
            "139123400\(10 + number)", on: number.isMultiple(of: 2) ? .web : .mini))
      }
      let all = visitors
      let outcomes = try await withThrowingTaskGroup { group in
        for visitor in all { group.addTask { try await Self.signUp(id, visitor).outcome } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "200" } == 4)
      #expect(outcomes.count { $0 == "409 /problems/lesson-full" } == 8)
      #expect(try await Self.left(id, world) == [0, 0])
      var taken = 0
      for visitor in all { taken += try await Self.timetable(visitor).count }
      #expect(taken == 4)
    }
  }

  @Test("a seat that is given back is free, and may be taken again", arguments: ShopSide.allCases)
  func cancels(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await Self.add(world, seats: 1)
      let path = "/api/lessons/\(id)/sign-up"
      _ = try await Self.signUp(id, customer.visitor(side))
      for _ in 1...2 {
        #expect(try await customer.visitor(side).call("DELETE", path).status == 204)
      }
      #expect(try await Self.left(id, world) == [1, 1])
      for visitor in [customer.web, customer.mini] {
        #expect(try await Self.timetable(visitor).isEmpty)
      }
      #expect(try await Self.signUp(id, customer.visitor(side.other)).json["version"].int == 3)
      #expect(try await Self.left(id, world) == [0, 0])
    }
  }

  @Test("what is over, unknown or for others is refused")
  func refuses() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await Self.add(world, seats: 1)
      for visitor in [customer.web, customer.mini] {
        #expect(
          try await Self.signUp("none", visitor).outcome == "404 /problems/lesson-not-found")
      }
      for side in ShopSide.allCases {
        #expect(
          try await Self.signUp(id, world.visitor(on: side)).outcome
            == "401 /problems/not-logged-in")
      }
      #expect(
        try await customer.web.call("POST", "/api/staff/lessons", "{}").outcome
          == "401 /problems/staff-only")
      world.set.clock.advance(by: .seconds(49 * 3600))
      #expect(
        try await Self.signUp(id, customer.web).outcome == "409 /problems/lesson-over")
      let lessons = try await customer.mini.call("GET", "/api/lessons").json["items"].list
      #expect(!lessons.contains { $0["lessonId"].text == id })
    }
  }

  @Test("who leaves gives the seat back, and two who become one keep their lessons")
  func members() async throws {
    try await MockWorld.run { world in
      let (leaving, staying) = (
        try await Customer.join(world), try await Customer.join(world, "13912345679")
      )
      let other = try await Customer.join(world, "13912345670")
      let first = try await Self.add(world, seats: 1)
      let second = try await Self.add(world, seats: 2)
      _ = try await Self.signUp(first, leaving.mini)
      _ = try await Self.signUp(second, staying.web)
      _ = try await Self.signUp(first, other.web)
      try await world.settle()
      #expect(try await leaving.mini.call("DELETE", "/api/member").status == 204)
      #expect(try await Self.left(first, world) == [1, 1])
      _ = try await Self.signUp(first, other.web)
      try await world.settle()
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345670", openid: openid))
      try await world.settle()
      for visitor in [staying.web, staying.mini, other.web] {
        #expect(
          Set(try await Self.timetable(visitor).map { $0["lessonId"].text }) == [first, second])
      }
    }
  }
}
