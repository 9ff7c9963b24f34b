import MockKit
import Testing

@Suite struct PointsTests {
  @Test("points are earned and spent as ledger entries", arguments: ShopSide.allCases)
  func books(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let earned = try await visitor.call(
        "POST", "/api/points/earn", #"{"amount":50,"reason":"sign-in"}"#)
      #expect(earned.status == 201 && earned.json["points"].int == 50)
      let spent = try await visitor.call(
        "POST", "/api/points/spend", #"{"amount":20,"reason":"gift"}"#)
      #expect(spent.status == 201 && spent.json["points"].int == 30)
      let ledger = try await visitor.call("GET", "/api/points").json
      #expect(ledger["balance"].int == 30)
      #expect(Set(ledger["entries"].list.map { $0["amount"].int }) == [50, -20])
      #expect(
        Set(ledger["entries"].list.map { $0["entryId"] })
          == [earned.json["entryId"], spent.json["entryId"]])
      #expect(
        ledger["entries"][0].keys == ["entryId", "amount", "reason", "at", "origin"])
      #expect(try await visitor.call("GET", "/api/member").json["points"].int == 30)
    }
  }

  @Test(
    "what cannot be booked is refused",
    arguments: [
      ("spend", #"{"amount":1,"reason":"x"}"#, "409 /problems/not-enough-points"),
      ("earn", #"{"amount":0,"reason":"x"}"#, "422 /problems/invalid-request"),
      ("spend", #"{"amount":-5,"reason":"x"}"#, "422 /problems/invalid-request"),
      ("earn", #"{"amount":"5","reason":"x"}"#, "422 /problems/invalid-request"),
      ("earn", #"{"amount":5}"#, "422 /problems/invalid-request"),
    ], ShopSide.allCases)
  func refuses(_ refused: (kind: String, body: String, outcome: String), side: ShopSide)
    async throws
  {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let answer = try await visitor.call("POST", "/api/points/\(refused.kind)", refused.body)
      #expect(answer.outcome == refused.outcome)
      #expect(try await visitor.call("GET", "/api/points").json["balance"].int == 0)
    }
  }
}
