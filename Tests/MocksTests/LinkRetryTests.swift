import Foundation
import MockKit
import Mocks
import Testing

@Suite struct LinkRetryTests {
  @Test("a receiver that is busy twice gets the same event three times and is content")
  func retries() async throws {
    let receiver = FlakyReceiver { attempt, _ in FlakyReceiver.status(attempt < 3 ? 503 : 200) }
    try await receiver.run { world in
      _ = try await world.register("13912345678", on: .web)
      try await world.settle()
      let deliveries = receiver.deliveries
      #expect(deliveries.count == 3 && Set(deliveries.map(\.event)).count == 1)
      #expect(Set(deliveries.map(\.call.body)).count == 1)
      #expect(Set(deliveries.map { $0.call.headers["webhook-id"] }) == [deliveries[0].event])
      #expect(deliveries[0].call.headers["content-type"] == "application/cloudevents+json")
      let status = try #require(world.set.linkStatus[.webToMini])
      #expect(status.retries == 2 && status.delivered == 1 && status.deadLetters == 0)
    }
  }

  @Test("each attempt is signed anew, with its own time")
  func signsAnew() async throws {
    let receiver = FlakyReceiver { attempt, _ in
      // Not before this test has advanced the clock, however long that takes it.
      let wait = attempt == 2 ? [Reply.Header("Retry-After", "3600")] : []
      return FlakyReceiver.status(attempt < 3 ? 503 : 200, wait)
    }
    try await receiver.run { world in
      _ = try await world.register("13912345678", on: .web)
      try await eventually { world.set.linkStatus[.webToMini]?.retries == 2 ? true : nil }
      world.set.clock.advance(by: .seconds(3700))
      try await world.settle()
      let secret = try #require(LinkSecret(MockOptions.developmentSecret))
      let times = try receiver.deliveries.map { delivery in
        let signature = try LinkSignature(of: delivery.call)
        let time = try #require(Int64(signature.timestamp))
        try signature.verify(delivery.call.body, with: [secret], now: time)
        return time
      }
      #expect(times.count == 3 && times[2] - times[1] >= 3600)
    }
  }

  @Test("Retry-After is never undercut")
  func retryAfter() async throws {
    let receiver = FlakyReceiver { attempt, _ in
      attempt == 1
        ? FlakyReceiver.status(429, [Reply.Header("Retry-After", "3600")])
        : FlakyReceiver.status(200)
    }
    try await receiver.run { world in
      _ = try await world.register("13912345678", on: .web)
      try await eventually { world.set.linkStatus[.webToMini]?.retries == 1 ? true : nil }
      world.set.clock.advance(by: .seconds(3500))
      #expect(receiver.deliveries.count == 1)
      world.set.clock.advance(by: .seconds(200))
      try await world.settle()
      let times = try receiver.deliveries.map { delivery in
        try #require(Int64(delivery.call.headers["webhook-timestamp"] ?? ""))
      }
      #expect(times.count == 2 && times[1] - times[0] >= 3600)
    }
  }

  @Test("after seven attempts an event is kept as a dead letter, and can be sent again")
  func deadLetter() async throws {
    let receiver = FlakyReceiver { attempt, _ in FlakyReceiver.status(attempt < 8 ? 500 : 200) }
    try await receiver.run { world in
      _ = try await world.register("13912345678", on: .web)
      for attempt in 1...6 {
        try await eventually {
          // More where this test had to wait: time goes on for the link.
          world.set.linkStatus[.webToMini]?.retries ?? 0 >= attempt ? true : nil
        }
        world.set.clock.advance(by: .seconds(100))
      }
      try await world.settle()
      #expect(receiver.deliveries.count == 7)
      let status = try #require(world.set.linkStatus[.webToMini])
      #expect(status.deadLetters == 1 && status.alerts.count == 1)
      #expect(status.alerts.first?.text.contains("member.registered") == true)
      let letter = try #require(try await world.set.deadLetters(.webToMini).first)
      #expect(letter.attempts == 7 && letter.reason == "answered 500")
      try await world.set.resumeLink()
      try await world.settle()
      #expect(receiver.deliveries.count == 8)
      #expect(try await world.set.deadLetters(.webToMini).isEmpty)
      #expect(world.set.linkStatus[.webToMini]?.deadLetters == 0)
    }
  }

  @Test("410 stops the link with an alert until it is resumed")
  func gone() async throws {
    let receiver = FlakyReceiver { attempt, _ in FlakyReceiver.status(attempt == 1 ? 410 : 200) }
    try await receiver.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      try await eventually { world.set.linkStatus[.webToMini]?.deadLetters == 1 ? true : nil }
      #expect(world.set.linkStatus[.webToMini]?.isDisabled == true)
      try await eventually { world.set.linkStatus[.webToMini]?.alerts.count == 2 ? true : nil }
      try await visitor.rename("x")
      #expect(world.set.linkStatus[.webToMini]?.pending == 1)
      #expect(receiver.deliveries.count == 1)
    }
  }

  @Test("one member's events arrive in order, and a stuck member does not hold up the others")
  func lanes() async throws {
    let stuck = "13912345678"
    let receiver = FlakyReceiver { _, delivery in
      FlakyReceiver.status(delivery.lane == stuck ? 503 : 200)
    }
    try await receiver.run { world in
      _ = try await world.register(stuck, on: .web)
      let other = try await world.register("13912345679", on: .web)
      for number in 1...20 {
        try await other.rename("n\(number)")
      }
      try await eventually { world.set.linkStatus[.webToMini]?.pending == 1 ? true : nil }
      #expect(world.set.linkStatus[.webToMini]?.delivered == 21)
      let names = try receiver.deliveries.filter { $0.lane != stuck }
        .map { try $0.call.decode(JSON.self)["data"]["name"].text }
      #expect(names.dropFirst() == (1...20).map { "n\($0)" }[...])
    }
  }

  @Test("the trace of the request that caused a change goes all the way")
  func trace() async throws {
    let receiver = FlakyReceiver { _, _ in FlakyReceiver.status(200) }
    try await receiver.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      try await visitor.call(
        "PATCH", "/api/member", #"{"name":"x"}"#,
        headers: [("traceparent", trace), ("if-match", "*")])
      try await world.settle()
      let deliveries = receiver.deliveries
      let made = try #require(deliveries[0].call.headers["traceparent"])
      #expect(made != trace && Traceparent(made).text == made)
      #expect(deliveries[1].call.headers["traceparent"] == trace)
      let event = try deliveries[1].call.decode(JSON.self)
      #expect(event["traceparent"].text == trace)
      #expect(event["specversion"].text == "1.0" && event["source"].text == "/web")
      #expect(event["type"].text == "member.updated" && event["subject"].text.count == 19)
    }
  }

  @Test("a receiver that is not there at all is tried again")
  func unreachable() async throws {
    var options = try MockWorld.options
    options.only = .web
    options.peers = [.mini: "http://127.0.0.1:1"]
    try await MockWorld.run(options) { world in
      _ = try await world.register("13912345678", on: .web)
      try await eventually { (world.set.linkStatus[.webToMini]?.retries ?? 0) >= 2 ? true : nil }
      #expect(await world.set.stop(drainFor: .zero).undelivered == [.webToMini: 1])
    }
  }
}
