import Foundation
import LinkageCore
import LinkageRunner
import Values

/// A server that can be cut off and joined again, and tells what it was asked.
struct FaultWorld {
  let world: PlanWorld
  private let state: Shared<State>
  private let release = Meeting(of: 2)
  private let hangs: Bool
  private let hung: AsyncStream<Void>

  private struct State {
    var isCut = false
    var failures: Int
  }

  /// - Parameters:
  ///   - failures: how often it does not say whether it was joined again.
  ///   - refusal: the status with which it lets nobody cut it off; 403 has a name.
  ///   - hangs: whether `/hang` is answered only in the end.
  init(failures: Int = 0, refusal: Int? = nil, hangs: Bool = false) throws {
    let state = Shared(State(failures: failures))
    self.state = state
    self.hangs = hangs
    let (hung, tell) = AsyncStream.makeStream(of: Void.self)
    self.hung = hung
    world = try PlanWorld { [release] request in
      switch request.target.prefix(while: { $0 != "?" }) {
      case "/cut":
        if let refusal { return .json(#"{"type":"no"}"#, status: refusal) }
        state.with { $0.isCut = true }
        return .json(#"{"ticket":"T7"}"#)
      case "/join":
        let fails = state.with { state in
          if state.failures > 0 { state.failures -= 1 } else { state.isCut = false }
          return state.isCut
        }
        return .json("{}", status: fails ? 503 : 200)
      case "/hang":
        tell.yield()
        if hangs { _ = release.join() }
        return .json("{}")
      default:
        return .json(#"{"cut":\#(state.with(\.isCut))}"#)
      }
    }
  }

  func stop() {
    if hangs { _ = release.join() }
    world.server.stop()
  }

  /// What was asked, as a reader writes it.
  var targets: [String] {
    world.server.requests.map { $0.target.removingPercentEncoding ?? $0.target }
  }

  /// Returns once `/hang` was asked.
  func hasHung() async {
    for await _ in hung { break }
  }

  func target() throws -> Target { try world.target() }

  func run(_ steps: [Step]) async throws -> (history: History, verdict: CaseVerdict) {
    try await world.run(steps)
  }

  func get(_ path: String) throws -> LinkageCore.Operation {
    try Make.operation(path, [Make.request("GET", path)])
  }

  func cut(
    _ id: String, length: Nanoseconds? = nil, finally: Bool = false
  ) throws -> Step {
    let query: KeyValuePairs<String, String> =
      length == nil
      ? ["link": "${with.link}", "id": "${with.id}"]
      : ["link": "${with.link}", "lengthMs": "${with.lengthMs}", "id": "${with.id}"]
    let on = try Make.operation(
      "ops.cut",
      [
        Make.request(
          "POST", "/cut", query: query, errors: ["not_allowed": "http.status == 403"],
          out: ["ticket": "http.body.ticket"])
      ], isWrite: true)
    let off = try Make.operation(
      "ops.join", [Make.request("POST", "/join", query: ["ticket": "${with.ticket}"])],
      isWrite: true)
    let fault = Target.Fault(
      name: "mini→web partition", on: Target.Fault.Action(operation: on, with: []),
      off: Target.Fault.Action(operation: off, with: []))
    let action = FaultAction(link: "mini→web", type: "partition", length: length, fault: fault)
    return try Make.step(
      id, .fault(action), with: ["link": "mini→web", "type": "partition"], finally: finally)
  }
}
