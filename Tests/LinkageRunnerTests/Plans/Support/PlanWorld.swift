import CEL
import LinkageCheck
import LinkageCore
import LinkageRunner
import LinkageTransport
import Synchronization
import Values

/// A server of a test's own, and the real transport, to run plans made by hand.
struct PlanWorld {
  let server: TinyServer
  /// The names for which functions were asked.
  let names = Shared<[String]>([])
  private let transport: CurlTransport
  private let forms: Forms

  typealias Forms = @Sendable (FormRequest) async -> Result<WebForm, FormProblem>

  init(
    forms: @escaping Forms = { _ in .failure(.noForm) }, _ handler: @escaping TinyServer.Handler
  ) throws {
    self.forms = forms
    server = try TinyServer(handler)
    transport = try CurlTransport()
  }

  /// Two platforms of the one server, `web` and `mini`.
  func target(
    inFlight: Int? = nil, rate: Target.Rate? = nil, isTraced: Bool = true,
    sessionHeaders: KeyValuePairs<String, String> = [:], accounts: [Target.Account] = []
  ) throws -> Target {
    Target(
      name: "tiny",
      platforms: try ["web", "mini"].map { name in
        Target.Platform(
          name: name, base: server.url, keepsCookies: true,
          sessionHeaders: try Make.entries(sessionHeaders), timeout: nil, inFlight: inFlight,
          rate: rate, isTraced: isTraced, place: nil)
      }, allowsWrites: true, accounts: accounts)
  }

  /// - Parameter lanes: other transports than the world's own.
  func run(
    _ scenarios: [Scenario], parallel: Int = 16, lanes: (any TransportGroup)? = nil
  ) async -> History {
    let outline = PlanOutline.outline(of: scenarios)
    let plan = Plan(scenarios: scenarios, contract: nil, outline: outline)
    let sink = Sink()
    let header = RunHeader(
      id: "run", startedWall: 0, started: transport.now(), seed: 1, version: "0", command: [],
      environment: [])
    await Runner(
      plan: plan, transport: lanes ?? transport, sink: sink, options: options(parallel)
    ).run()
    return History(header: header, outline: outline, events: sink.events)
  }

  /// Runs one scenario, and judges it.
  func run(
    _ steps: [Step], actors: [Scenario.Actor] = [], row: Row? = nil, target: Target? = nil
  ) async throws -> (history: History, verdict: CaseVerdict) {
    let target = try target ?? self.target()
    let scenario = Make.scenario(row: row, actors: actors, target: target, steps)
    let history = await run([scenario])
    return (history, Judge.verdict(of: history).cases[0])
  }

  private func options(_ parallel: Int) -> RunOptions {
    RunOptions(
      seed: 1, runID: "run", parallel: parallel,
      functions: { [names] name in
        names.with { $0.append(name) }
        return .standard
      },
      money: { _ in nil }, forms: forms,
      fingerprint: { secret in
        String(secret.utf8.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }, radix: 36)
      })
  }

  private final class Sink: HistorySink {
    private let kept = Mutex<[Event]>([])
    func append(_ event: Event) { kept.withLock { $0.append(event) } }
    var events: [Event] { kept.withLock(\.self) }
  }
}

/// A value that the threads of a server share.
final class Shared<Value: Sendable>: Sendable {
  private let value: Mutex<Value>
  init(_ value: Value) { self.value = Mutex(value) }
  func with<Result: Sendable>(_ body: (inout sending Value) -> Result) -> Result {
    value.withLock { body(&$0) }
  }
}

extension Shared<Int> {
  /// Counts on: 1 the first time.
  func next() -> Int {
    with { count in
      count += 1
      return count
    }
  }
}
