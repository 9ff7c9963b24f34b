import CEL
import LinkageCore
import Values

/// One scenario as it runs once: its actors, what its steps left behind, and its sessions.
struct Journey: Sendable {
  let index: Int
  let scenario: Scenario
  let transport: any Transport
  let sink: any HistorySink
  let limits: [String: InFlightLimit]
  let masker: Masker
  let conversion: Conversion
  let seed: UInt64

  /// What every expression sees; each finished step adds its record under its name.
  var scope: Scope
  var actors: [String: ValueMap] = [:]
  /// By actor, then platform.
  var sessions: [String: [String: PlatformSession]] = [:]
  /// The last acknowledgement of each step.
  var acknowledged: [String: Instant] = [:]
  /// Whether anything was sent: before that there is nothing to clean up.
  var hasBegun = false
  /// The last round trip on each platform.
  var roundTrips: [String: Nanoseconds] = [:]

  init(
    index: Int, scenario: Scenario, transport: any Transport, sink: any HistorySink,
    options: RunOptions, limits: [String: InFlightLimit]
  ) {
    self.index = index
    self.scenario = scenario
    self.transport = transport
    self.sink = sink
    self.limits = limits
    conversion = Conversion(money: options.money)
    seed = options.seed
    masker = Masker(fingerprint: options.fingerprint)
    options.secrets.values.forEach(masker.add)
    for platform in scenario.target.platforms {
      for secret in SecretNames.secrets(inURL: platform.base) { masker.add(secret) }
    }
    scope = Scope(variables: options.variables, functions: options.functions(scenario.id))
  }

  mutating func run() async {
    record(.caseStarted(case: index))
    let end = await runSteps()
    await runFinally()
    record(.caseEnded(CaseEnd(case: index, reason: end)))
    await closeSessions()
  }

  /// Steps in order until one fails or the task is cancelled.
  private mutating func runSteps() async -> CaseEnd.Reason {
    if let reason = skipReason { return .skipped(reason) }
    for position in scenario.steps.indices where !scenario.steps[position].isFinally {
      if Task.isCancelled { return .interrupted }
      if position == 0, let failure = prepareActors() {
        end(position, .notRunnable(problem: failure.problem, place: failure.place))
        return .finished
      }
      let reason = await perform(position)
      if reason == .interrupted { return .interrupted }
      guard goesOn(after: reason, scenario.steps[position]) else { return .finished }
    }
    return .finished
  }

  private func goesOn(after reason: StepEnd.Reason, _ step: Step) -> Bool {
    switch reason {
    case .satisfied, .skipped: true
    default: step.isSoft
    }
  }

  /// Cleaning up is not cancelled with the run: it gets a task of its own.
  private func runFinally() async {
    guard scenario.steps.contains(where: \.isFinally), hasBegun else { return }
    let journey = self
    await Task(executorPreference: transport.executor) {
      var copy = journey
      for position in copy.scenario.steps.indices where copy.scenario.steps[position].isFinally {
        _ = await copy.perform(position)
      }
    }.value
  }

  private var skipReason: SkipReason? {
    if let missing = scenario.steps.first(where: { $0.operation.requests.isEmpty }) {
      return .notOnTarget(operation: missing.operation.name)
    }
    guard !scenario.target.allowsWrites else { return nil }
    return scenario.steps.first { $0.operation.isWrite }
      .map { .writesDenied(operation: $0.operation.name) }
  }

  /// The fields of every actor, evaluated once.
  private mutating func prepareActors() -> FillFailure? {
    setNow()
    do throws(FillFailure) {
      let accounts = scenario.target.accounts.map { ($0.name, $0.fields) }
      for (name, fields) in accounts + scenario.actors.map({ ($0.name, $0.fields) }) {
        let values = try Filler(scope: scope).map(fields)
        actors[name] = values
        scope = scope.with(name, .map(values))
        for (key, value) in values where SecretNames.contains(key.stringValue ?? "") {
          masker.add(value)
        }
      }
      return nil
    } catch {
      return error
    }
  }

  /// `now` is the same for the whole of a step.
  mutating func setNow() { scope = scope.with("now", .timestamp(WallClock.now)) }

  func record(_ kind: Event.Kind) {
    sink.append(Event(at: transport.now(), kind: kind))
  }

  /// Writes down that a step is over, and gives the reason back.
  @discardableResult
  func end(_ position: Int, _ reason: StepEnd.Reason) -> StepEnd.Reason {
    record(.stepEnded(StepEnd(step: reference(position), reason: masked(reason))))
    return reason
  }

  func reference(_ position: Int) -> StepReference {
    StepReference(case: index, step: position)
  }

  private func masked(_ reason: StepEnd.Reason) -> StepEnd.Reason {
    guard case .notRunnable(let problem, let place) = reason else { return reason }
    return .notRunnable(problem: masker.mask(problem), place: place)
  }

  private func closeSessions() async {
    for session in sessions.values.flatMap(\.values) {
      if let jar = session.jar { await transport.close(jar) }
    }
  }
}
