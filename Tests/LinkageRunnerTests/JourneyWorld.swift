import CEL
import Foundation
import LinkageCore
import LinkageFunctions
import LinkageRunner
import LinkageScenario
import LinkageTransport
import MockKit
import Mocks
import Synchronization

/// The bundled mocks and the real transport in this process, to run journeys of the repository.
struct JourneyWorld {
  private let mocks: MockSet
  private let transport: CurlTransport

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  init(linkLatency: Duration = .zero, linkDown: Bool = false) async throws {
    var options = MockOptions(seedData: [UInt8](try Self.data("mocks/seed.json")))
    for name in MockServerName.allCases { options.ports[name] = 0 }
    options.linkLatency = .fixed(linkLatency)
    options.linkDown = linkDown
    mocks = try await MockSet.start(options)
    transport = try CurlTransport()
  }

  var truth: [TruthEntry] { mocks.truth.entries }

  func stop() async {
    _ = await mocks.stop(drainFor: .zero)
    await transport.shutdown()
  }

  /// Runs a bundled journey, by its path below `scenarios/`.
  func run(_ journey: String) async throws -> History {
    try await run(
      text: String(decoding: Self.data("scenarios/\(journey).yaml"), as: UTF8.self))
  }

  /// Runs a scenario's text against the bundled target.
  ///
  /// - Parameter contract: makes another one of the bundled contract.
  func run(
    text: String, contract change: (String) -> String = { $0 }
  ) async throws -> History {
    var contract = try Self.input("scenarios/contract.yaml")
    contract.text = change(contract.text)
    let plan = try PlanLoader.load(
      PlanRequest(
        scenarios: [SourceInput(path: "journey.yaml", text: text)],
        contract: contract,
        target: try Self.input("scenarios/targets/mock.yaml"),
        bases: Dictionary(uniqueKeysWithValues: mocks.urls.map { ($0.key.rawValue, $0.value) }),
        functions: HostFunctions.all(seed: 0, name: "")))
    let sink = Sink()
    let options = RunOptions(
      seed: 1, runID: "run",
      functions: { Functions.standard.adding(HostFunctions.all(seed: 1, name: $0)) },
      money: Money.smallestUnit,
      forms: { request in Result { () throws(FormProblem) in try FormReader.form(request) } },
      fingerprint: Fingerprint.make())
    let header = RunHeader(
      id: "run", startedWall: 0, started: transport.now(), seed: 1, version: "0", command: [],
      environment: [])
    await Runner(plan: plan, transport: transport, sink: sink, options: options).run()
    return History(header: header, outline: plan.outline, events: sink.events)
  }

  private static func data(_ path: String) throws -> Data {
    try Data(contentsOf: repository.appendingPathComponent(path))
  }

  private static func input(_ path: String) throws -> SourceInput {
    SourceInput(path: path, text: String(decoding: try data(path), as: UTF8.self))
  }

  private final class Sink: HistorySink {
    private let kept = Mutex<[Event]>([])
    func append(_ event: Event) { kept.withLock { $0.append(event) } }
    var events: [Event] { kept.withLock(\.self) }
  }
}
