import LinkageCore
import Testing
import Values

@Suite("Answers too long for the loop")
struct LongAnswerTests {
  /// More than is kept of an answer; what is secret comes first and last.
  private static let answer =
    #"{"token":"s3cret-value","filler":"\#(String(repeating: "x", count: 100_000))","#
    + #""points":7,"again":"s3cret-value"}"#

  @Test("are understood, masked and written down in their turn")
  func inTurn() async throws {
    let world = try PlanWorld { _ in .json(Self.answer) }
    defer { world.server.stop() }
    let read = try Make.request(
      "GET", "/long", out: ["token": "http.body.token", "points": "http.body.points"])
    let (history, verdict) = try await world.run([
      try Make.step(
        "first", .operation(Make.operation("web.long", [read])), expect: ["out.points == 7"]),
      try Make.step(
        "second", .operation(Make.operation("web.long", [read])),
        expect: ["out.token == first.out.token"]),
    ])
    #expect(verdict.findings.isEmpty)
    #expect(
      history.events.map(\.kind.word) == [
        "caseStarted", "invoked", "completed", "stepEnded", "invoked", "completed", "stepEnded",
        "caseEnded", "runEnded",
      ])
    #expect(history.events.map(\.at) == history.events.map(\.at).sorted())
    for completion in history.completions.map(\.completion) {
      let answer = try #require(completion.exchanges.first?.answer)
      #expect(!answer.contains("s3cret"))
      #expect(answer.hasSuffix("… (\(Self.answer.utf8.count) bytes)"))
      #expect(!completion.output.json().contains("s3cret"))
    }
  }
}

extension Event.Kind {
  fileprivate var word: String {
    switch self {
    case .caseStarted: "caseStarted"
    case .invoked: "invoked"
    case .completed: "completed"
    case .stepEnded: "stepEnded"
    case .actor: "actor"
    case .caseEnded: "caseEnded"
    case .runEnded: "runEnded"
    }
  }
}
