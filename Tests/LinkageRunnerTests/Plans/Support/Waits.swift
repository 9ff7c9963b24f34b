import LinkageCheck
import LinkageCore
import Values

/// A member whose changes become visible one after the other, and waits for them side by side.
struct Waits {
  let world: PlanWorld

  /// When the write arrived; then each change is visible for reads that arrive this much later.
  private static let visible: KeyValuePairs<String, Int64> = [
    "order": 60_000_000, "points": 140_000_000, "status": 250_000_000,
  ]

  init(_ other: @escaping @Sendable (TinyServer.Request) -> TinyServer.Answer? = { _ in nil })
    throws
  {
    let written = Shared<Int64>(.max)
    world = try PlanWorld { request in
      if let answer = other(request) { return answer }
      if request.target == "/write" {
        written.with { $0 = request.arrived }
        return .json("{}")
      }
      let start = written.with { $0 }
      let fields = Self.visible.map { name, after in
        let isVisible = start != .max && request.arrived >= start + after
        return #""\#(name)":\#(isVisible)"#
      }
      return .json("{\(fields.joined(separator: ","))}")
    }
  }

  static func write(_ path: String = "/write") throws -> Operation {
    try Make.operation("write", [Make.request("POST", path)], isWrite: true)
  }

  static func member(
    _ path: String = "/member", query: KeyValuePairs<String, String> = [:]
  ) throws -> Operation {
    let fields: KeyValuePairs = [
      "order": "http.body.order", "points": "http.body.points", "status": "http.body.status",
    ]
    return try Make.operation("member", [Make.request("GET", path, query: query, out: fields)])
  }

  /// Waits for one change.
  static func wait(
    _ name: String, _ operation: Operation, as actor: String? = nil,
    with: KeyValuePairs<String, String> = [:], since: String = "write",
    within: Nanoseconds = .seconds(10)
  ) throws -> Step {
    try Make.step(
      name, operation, as: actor, with: with, expect: ["out.\(name)"], since: [since],
      within: within)
  }

  /// A write, then the waits at once.
  func run(
    _ waits: [Step], actors: [Scenario.Actor] = []
  ) async throws -> (history: History, verdict: CaseVerdict) {
    try await world.run(
      [
        Make.step("write", Self.write(), as: actors.first?.name),
        Make.step("all", .together(waits)),
      ], actors: actors)
  }

  /// The same with two waits by one operation.
  func runTwo() async throws -> (history: History, verdict: CaseVerdict) {
    let member = try Self.member()
    return try await run([try Self.wait("order", member), try Self.wait("points", member)])
  }

  /// When what a name stands for became visible.
  func truth(_ name: String) -> Instant? {
    guard let written = world.server.requests("/write").first?.arrived,
      let after = Self.visible.first(where: { $0.key == name })?.value
    else { return nil }
    return Instant(written + after)
  }
}

extension History {
  /// The reads of one step.
  func reads(_ step: String) -> [Completion] {
    completions.filter { $0.step == step && $0.completion.read != nil }.map(\.completion)
  }

  /// How many requests went over the wire.
  var requests: Int {
    completions.filter { $0.completion.shared == nil }
      .reduce(0) { $0 + $1.completion.exchanges.count }
  }
}
