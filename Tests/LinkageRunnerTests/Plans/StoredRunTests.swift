import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Secrets in what a run writes down")
struct StoredRunTests {
  /// A log-in whose token comes back in other values and encoded, side by side with another.
  private func run() async throws -> History {
    let world = try PlanWorld { request in
      let token = request.target.contains("bob") ? "b0b-t0ken-Zürich" : "al1ce-t0ken/+=?"
      let echo = Self.base64("x:" + token)
      return .json(
        #"{"token":\#(Value.string(token).json()),"again":"#
          + #"\#(Value.string("in \(token)!").json()),"basic":"\#(echo)"}"#,
        headers: ["X-Echo: \(echo)"])
    }
    defer { world.server.stop() }
    func login(_ name: String) throws -> Operation {
      Make.operation(
        "login",
        [
          try Make.request(
            "POST", "/login-\(name)",
            body: .json(.map(Make.entries(["password": "${with.password}"]))),
            out: ["token": "http.body.token", "again": "http.body.again"])
        ],
        inputs: [Make.field("password", .secret)],
        outputs: [Make.field("token", .secret), Make.field("again", .string)])
    }
    let look = Make.operation("look", [try Make.request("GET", "/look")])
    let flow = Flow(
      name: "f", place: Make.place,
      inputs: [Make.field("pin", .secret)], actors: [],
      steps: [try Make.step("in", look, with: ["x": "${inputs.pin}"])],
      outputs: try Make.named(["access_token": "'flow-' + inputs.pin + '-out'"]))
    let steps = [
      try Make.step(
        "both",
        .together([
          Make.step("alice", login("alice"), as: "alice"),
          Make.step("bob", login("bob"), as: "bob"),
        ])),
      try Make.step("used", .flow(flow), with: ["pin": "p1n-98765"]),
      try Make.step(
        "check", look, with: ["t": "${alice.out.token}"],
        expect: [
          "with.t == alice.out.token", "alice.out.token == bob.out.token",
          "used.out.access_token == 'no'",
        ]),
    ]
    let actors = [
      try Make.actor("alice", ["password": "Hidden-Pa55-a"]),
      try Make.actor("bob", ["password": "Hidden-Pa55-b"]),
    ]
    return await world.run([
      Make.scenario(actors: actors, target: try world.target(), steps)
    ])
  }

  private static func base64(_ text: String) -> String {
    String(Value.bytes(Array(text.utf8)).json().dropFirst().dropLast())
  }

  @Test("are nowhere, neither plain nor inside other values nor encoded")
  func nowhere() async throws {
    let text = try ValueEncoder().encode(await run().events).json()
    for secret in ["t0ken", "Hidden-Pa55", "98765", "access-"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    for secret in ["al1ce-t0ken/+=?", "b0b-t0ken-Zürich"] {
      let kept = Self.base64("x:" + secret)
      #expect(!text.contains(kept.prefix(12).dropFirst(4)), "\(kept)")
    }
    #expect(text.contains("‹secret "))
  }

  @Test("are told apart after storing, and judging again gives the same verdict")
  func judgedAgain() async throws {
    let history = try await run()
    let first = Judge.verdict(of: history)
    let stored = try ValueEncoder().encode(history.events).json()
    let events = try ValueDecoder().decode([Event].self, from: Value(json: stored))
    let again = Judge.verdict(
      of: History(header: history.header, outline: history.outline, events: events))
    #expect(again == first)
    #expect(first.cases[0].findings.map(\.expectation) == [1, 2])
    let parts = try #require(first.cases[0].findings[0].condition?.parts.map(\.value))
    #expect(Set(parts).count == 2)
    #expect(parts.allSatisfy { $0.stringValue?.hasPrefix("‹secret ") == true })
  }
}
