import Foundation
import MockKit
import Mocks
import Testing

@Suite struct ConsoleSyncTests {
  @Test("a paused link holds events, tells how many and how old, and a drain waits for them")
  func pauses() async throws {
    try await MockWorld.run { world in
      try await world.admin("POST", "/sync/pause", #"{"direction":"web→mini"}"#)
      let web = try await world.register("13912345678", on: .web)
      try await web.call("POST", "/api/points/earn", ConsoleStateTests.earn)
      world.set.clock.advance(by: .seconds(60))
      let held = try await world.admin("GET", "/sync").json["directions"].list
        .first { $0["direction"].text == "web→mini" }
      let direction = try #require(held)
      #expect(direction["state"].text == "paused" && direction["depth"].int == 2)
      #expect((60_000..<90_000).contains(direction["oldestMs"].int ?? 0))
      try await world.admin("POST", "/sync/resume")
      let drained = try await world.admin("POST", "/sync/drain").json["directions"].list
      #expect(drained.allSatisfy { $0["depth"].int == 0 && $0["state"].text == "up" })
      #expect(drained.contains { $0["delivered"].int == 2 && $0["lagMs"]["p95"] != .null })
    }
  }

  @Test("a dead letter outlives a restart with its reason, and is sent again by its id")
  func deadLetter() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.dataDirectory = folder
    let receiver = FlakyReceiver { _, _ in FlakyReceiver.status(410) }
    try await receiver.run(keeping: folder) { world in
      _ = try await world.register("13912345678", on: .web)
      try await eventually { world.set.linkStatus[.webToMini]?.deadLetters == 1 ? true : nil }
    }
    try await MockWorld.run(options) { world in
      let letters = try await world.admin("GET", "/sync/dead-letters").json["items"].list
      let letter = try #require(letters.first)
      #expect(letters.count == 1 && letter["reason"].text == "answered 410")
      #expect(letter["type"].text == "member.registered" && letter["attempts"].int == 1)
      #expect(letter["direction"].text == "web→mini")
      let unknown = try await world.admin("POST", "/sync/dead-letters/evt_x/replay")
      #expect(unknown.outcome == "404 /problems/dead-letter-not-found")
      let id = letter["event"].text
      #expect(try await world.admin("POST", "/sync/dead-letters/\(id)/replay").status == 200)
      try await world.settle()
      #expect(try await world.admin("GET", "/sync/dead-letters").json["items"].list.isEmpty)
      #expect(try await world.logIn("13912345678", on: .mini).answer.status == 200)
    }
  }

  @Test("an alert tells its time, direction and event")
  func alerts() async throws {
    let receiver = FlakyReceiver { _, _ in FlakyReceiver.status(410) }
    try await receiver.run { world in
      _ = try await world.register("13912345678", on: .web)
      try await eventually { world.set.linkStatus[.webToMini]?.alerts.count == 2 ? true : nil }
      let alerts = try #require(world.set.linkStatus[.webToMini]?.alerts)
      #expect(alerts[0].event == receiver.deliveries[0].event && alerts[1].event == nil)
      #expect(alerts.allSatisfy { $0.direction == .webToMini && $0.time.hasSuffix("Z") })
    }
  }

  @Test("a key is changed while the link works, and the old one is refused once it is retired")
  func keys() async throws {
    try await MockWorld.run { world in
      let rotated = try await world.admin("POST", "/sync/keys/rotate")
      let secret = rotated.json["secret"].text
      #expect(rotated.json["keys"].list.count == 2 && LinkSecret(secret) != nil)
      let web = try await world.register("13912345678", on: .web)
      try await world.settle()
      let member = try await web.call("GET", "/api/member").json["memberId"].text
      func send(_ id: String, _ secret: String) async throws -> Int {
        var sender = LinkSender(world: world)
        sender.secret = secret
        let event = LinkSender.points(id, member: member, entry: "e\(id)", amount: 1)
        return try await sender.send(id, event).status
      }
      let old = MockOptions.developmentSecret
      #expect(try await send("1", old) == 204)
      #expect(try await send("2", secret) == 204)
      #expect(try await world.admin("POST", "/sync/keys/retire").json["retired"].list.count == 1)
      #expect(try await send("3", old) == 401)
      #expect(try await send("4", secret) == 204)
      try await web.call("POST", "/api/points/earn", ConsoleStateTests.earn)
      try await world.settle()
      #expect(world.set.linkStatus[.webToMini]?.retries == 0)
    }
  }

  @Test("while two keys are in use each message is signed with both")
  func signsTwice() async throws {
    var options = try MockWorld.options
    let new = LinkSecret.random().text
    (options.linkSecret, options.olderLinkSecret) = (new, MockOptions.developmentSecret)
    let receiver = FlakyReceiver { _, _ in FlakyReceiver.status(204) }
    try await receiver.run(options) { world in
      _ = try await world.register("13912345678", on: .web)
      try await world.settle()
      let call = try #require(receiver.deliveries.first?.call)
      let signature = try LinkSignature(of: call)
      #expect(signature.signatures.split(separator: " ").count == 2)
      for text in [new, MockOptions.developmentSecret] {
        let secret = try #require(LinkSecret(text))
        try signature.verify(call.body, with: [secret], now: world.set.clock.seconds)
      }
    }
  }

  @Test("a direction is written with or without an arrow, and a wrong one is told the right ones")
  func namesDirections() async throws {
    try await MockWorld.run { world in
      let console = world.visitor(.console)
      for text in ["web→mini", "web-to-mini"] {
        let paused = try await console.call(
          "POST", "/_admin/v1/sync/pause", #"{"direction":"\#(text)"}"#)
        #expect(paused.status == 200)
      }
      let wrong = try await console.call(
        "POST", "/_admin/v1/sync/pause", #"{"direction":"up"}"#)
      #expect(wrong.outcome == "422 /problems/invalid-request")
      #expect(wrong.json["detail"].text == "Expected `direction` to be web→mini or mini→web.")
    }
  }
}
