import MockKit
import Mocks
import Testing

@Suite struct ConsoleClockTests {
  @Test("an advance that settles ends when all that came due has arrived")
  func settles() async throws {
    var options = try MockWorld.options
    options.linkLatency = .seconds(3600)
    try await MockWorld.run(options) { world in
      for number in 10...29 { _ = try await world.register("139123456\(number)", on: .web) }
      let early = try await world.admin("POST", "/clock/advance", #"{"ms":1000,"settle":true}"#)
      #expect(early.json["settled"] == .bool(true))
      #expect(world.set.linkStatus[.webToMini]?.pending == 20)
      let due = try await world.admin("POST", "/clock/advance", #"{"ms":3600000,"settle":true}"#)
      #expect(due.json["settled"] == .bool(true))
      #expect(world.set.linkStatus[.webToMini]?.pending == 0)
      #expect(world.set.linkStatus[.webToMini]?.delivered == 20)
    }
  }

  @Test("the clock can be set to a time, and orders bear it")
  func set() async throws {
    try await MockWorld.run { world in
      let set = try await world.admin("PUT", "/clock", #"{"now":"2031-02-03T04:05:06Z"}"#)
      #expect(set.json["now"].text.hasPrefix("2031-02-03T04:05:0"))
      let web = try await world.register("13912345678", on: .web)
      try await web.call("POST", "/api/points/earn", ConsoleStateTests.earn)
      let ledger = try await web.call("GET", "/api/points").json
      #expect(ledger["entries"][0]["at"].text.hasPrefix("2031-02-03T04:05:"))
      let back = try await world.admin("PUT", "/clock", #"{"offsetMs":0}"#)
      #expect(back.json["offsetMs"].int == 0 && back.json["now"].text < "2031")
    }
  }

  @Test(
    "times and lengths that make no sense are refused",
    arguments: [
      ("PUT", "/clock", #"{"now":"tomorrow"}"#),
      ("PUT", "/clock", #"{"now":"1871-01-01T00:00:00Z"}"#),
      ("PUT", "/clock", "{}"), ("POST", "/clock/advance", #"{"ms":-1}"#),
      ("POST", "/clock/advance", #"{"ms":99999999999999}"#),
    ])
  func refuses(method: String, path: String, body: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.admin(method, path, body)
      #expect(answer.outcome == "422 /problems/invalid-request")
    }
  }
}
