import LinkageCore
import Testing
import Values

@Suite("Values from the wire")
struct ExactValueTests {
  @Test("keep every digit, from JSON, text and headers, in expressions and in what is stored")
  func exact() async throws {
    let world = try PlanWorld { _ in
      .json(
        #"{"id":9007199254740993,"text":"9007199254740993","count":"9007199254740993.0"}"#,
        headers: ["X-Order: 9007199254740995"])
    }
    defer { world.server.stop() }
    let fields = [
      Make.field("id", .id), Make.field("text", .id), Make.field("count", .int),
      Make.field("order", .id), Make.field("number", .number),
    ]
    let look = Make.operation(
      "look",
      [
        try Make.request(
          "GET", "/look",
          out: [
            "id": "http.body.id", "text": "http.body.text", "count": "http.body.count",
            "order": "http.headers['x-order']", "number": "http.body.text",
          ])
      ], outputs: fields)
    let send = Make.operation(
      "send",
      [
        try Make.request(
          "POST", "/send",
          body: .json(
            .map(Make.entries(["id": "${with.id}", "count": "${with.count}"]))))
      ], inputs: [Make.field("id", .id), Make.field("count", .int)], isWrite: true)
    let (history, verdict) = try await world.run([
      try Make.step(
        "look", look,
        expect: [
          "out.id == out.text", "out.count == 9007199254740993", "out.order == '9007199254740995'",
          "out.number == out.count", "http.body.id == 9007199254740993",
        ]),
      try Make.step(
        "send", send, with: ["id": "${look.http.body.id}", "count": "${look.out.count}"]),
    ])
    #expect(verdict.findings.isEmpty, "\(verdict.findings)")
    #expect(
      world.server.requests("/send").map(\.text)
        == [#"{"id":"9007199254740993","count":9007199254740993}"#])
    let stored = try ValueEncoder().encode(history.events).json()
    let events = try ValueDecoder().decode([Event].self, from: Value(json: stored))
    #expect(events == history.events)
    #expect(stored.contains(#""count":9007199254740993"#))
  }
}
