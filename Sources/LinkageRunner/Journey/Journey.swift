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

  @inline(never)
  init(
    index: Int, scenario: Scenario, transport: any Transport, sink: any HistorySink,
    options: RunOptions, limits: [String: AddressLimit]
  ) {
    setting = JourneySetting(
      index: index, scenario: scenario, transport: transport, sink: sink, options: options,
      limits: limits)
    frame = Frame(scope: Self.scope(of: scenario, options, name: scenario.name))
  }

  @inline(never)
  mutating func run() async {
    setting.recordStart()
    let end = await runSteps()
    await cleanUp()
    await setting.faults.healAll()
    recordActors()
    setting.record(end)
    await closeSessions()
  }

  /// Steps in order until one fails or the task is cancelled.
  @inline(never)
  private mutating func runSteps() async -> CaseEnd.Reason {
    let steps = setting.ownSteps
    if let reason = begin(steps) { return reason }
    return Self.end(by: await run(steps))
  }

  @inline(never)
  private static func end(by reason: StepEnd.Reason?) -> CaseEnd.Reason {
    reason == .interrupted ? .interrupted : .finished
  }

  /// Why it is over before any of its steps.
  @inline(never)
  private mutating func begin(_ steps: ArraySlice<Step>) -> CaseEnd.Reason? {
    if let reason = skipReason { return .skipped(reason) }
    if Task.isCancelled { return .interrupted }
    guard let first = steps.first else { return .finished }
    guard let failure = prepareActors() else { return nil }
    end(first, .notRunnable(problem: failure.problem, place: failure.place))
    return .finished
  }

  /// Ends it before anything was sent.
  mutating func cannotRun(_ problem: String) {
    setting.recordStart()
    if let first = setting.ownSteps.first { end(first, .notRunnable(problem: problem, place: nil)) }
    setting.record(.finished)
  }

  private var skipReason: SkipReason? {
    let operations = scenario.allSteps.lazy.flatMap(\.operations)
    if let missing = operations.first(where: \.requests.isEmpty) {
      return .notOnTarget(operation: missing.name)
    }
    if let lacking = scenario.allSteps.lazy.compactMap(\.body.lacking).first {
      return .notOnTarget(operation: lacking)
    }
    guard !scenario.target.allowsWrites else { return nil }
    if let change = scenario.allSteps.first(where: \.body.changesSystem) {
      return .writesDenied(operation: change.operations.first?.name ?? change.id)
    }
    return operations.first(where: \.isWrite).map { .writesDenied(operation: $0.name) }
  }

  @inline(never)
  private mutating func closeSessions() async {
    for session in sessions.values.flatMap(\.values) {
      await session.jar?.close(on: transport)
    }
    sessions = [:]
  }
}
