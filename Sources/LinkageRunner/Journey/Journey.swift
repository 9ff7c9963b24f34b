import CEL
import LinkageCore
import Values

/// One scenario as it runs once: its actors, what its steps left behind, and its sessions.
///
/// A copy of it is a branch of what runs side by side; `absorb` brings what it learned home.
struct Journey: Sendable {
  let setting: JourneySetting

  /// What the steps see that run now.
  var frame: Frame
  /// The fields of every actor, by key.
  var actors: [String: ValueMap] = [:]
  /// By the actor's key, then platform.
  var sessions: [String: [String: PlatformSession]] = [:]
  /// When what each step did was acknowledged, by its position.
  var acknowledged: [Int: Instant] = [:]
  /// What flows that began leave to be cleaned up.
  var cleanups: [Cleanup] = []
  /// Whether anything was sent: before that there is nothing to clean up.
  var hasBegun = false
  /// The last round trip on each platform.
  var roundTrips: [String: Nanoseconds] = [:]
  /// Where probes that run side by side find one another; `nil` where nothing runs beside this.
  var circles: ReadCircles?

  /// The `finally` of a flow, with the frame in which it runs.
  struct Cleanup: Sendable {
    var began: Instant
    var frame: Frame
    var steps: [Step]
  }

  init(
    index: Int, scenario: Scenario, transport: any Transport, sink: any HistorySink,
    options: RunOptions, limits: [String: AddressLimit]
  ) {
    setting = JourneySetting(
      index: index, scenario: scenario, transport: transport, sink: sink, options: options,
      limits: limits)
    frame = Frame(scope: Self.scope(of: scenario, options, name: scenario.name))
  }

  mutating func run() async {
    record(.caseStarted(case: index))
    let end = await runSteps()
    await cleanUp()
    record(.caseEnded(CaseEnd(case: index, reason: end)))
    await closeSessions()
  }

  /// Steps in order until one fails or the task is cancelled.
  private mutating func runSteps() async -> CaseEnd.Reason {
    if let reason = skipReason { return .skipped(reason) }
    if Task.isCancelled { return .interrupted }
    // Those of `finally` come last.
    let steps = scenario.steps.prefix { !$0.isFinally }
    guard let first = steps.first else { return .finished }
    if let failure = prepareActors() {
      end(first, .notRunnable(problem: failure.problem, place: failure.place))
      return .finished
    }
    return await run(steps) == .interrupted ? .interrupted : .finished
  }

  private var skipReason: SkipReason? {
    let operations = scenario.allSteps.lazy.flatMap(\.operations)
    if let missing = operations.first(where: \.requests.isEmpty) {
      return .notOnTarget(operation: missing.name)
    }
    guard !scenario.target.allowsWrites else { return nil }
    return operations.first(where: \.isWrite).map { .writesDenied(operation: $0.name) }
  }

  private func closeSessions() async {
    for session in sessions.values.flatMap(\.values) {
      await session.jar?.close(on: transport)
    }
  }
}
