import LinkageCore

/// What stays the same while a journey runs, in all of its branches and calls.
///
/// A reference: thousands of journeys wait at once, and each function that waits keeps what it holds.
final class JourneySetting: Sendable {
  let index: Int
  let scenario: Scenario
  let transport: any Transport
  let sink: any HistorySink
  let limits: [String: AddressLimit]
  let masker: Masker
  let conversion: Conversion
  let options: RunOptions
  let boundaries: Boundaries
  let traces: TraceContext
  let faults = FaultShelf()

  init(
    index: Int, scenario: Scenario, transport: any Transport, sink: any HistorySink,
    options: RunOptions, limits: [String: AddressLimit]
  ) {
    self.index = index
    self.scenario = scenario
    self.transport = transport
    self.sink = sink
    self.limits = limits
    self.options = options
    boundaries = Boundaries(run: options.runID, case: index)
    traces = TraceContext(run: options.runID, case: index)
    conversion = Conversion(money: options.money)
    masker = Masker(knowing: options.masker)
    for platform in scenario.target.platforms {
      SecretNames.secrets(of: platform).forEach(masker.add)
    }
  }

  /// Those of `finally` come last.
  @inline(never) var ownSteps: ArraySlice<Step> { scenario.steps.prefix { !$0.isFinally } }

  @inline(never)
  func recordStart() { record(.caseStarted(case: index)) }

  @inline(never)
  func record(_ end: CaseEnd.Reason) { record(.caseEnded(CaseEnd(case: index, reason: end))) }

  @inline(never)
  func record(_ kind: Event.Kind) { sink.append(Event(at: transport.now(), kind: kind)) }
}

extension JourneySetting {
  @inline(never)
  func recordCompletion(
    _ step: StepReference, read: Int? = nil, _ performed: Performed, conditions: [Condition],
    shared: ReadReference? = nil
  ) {
    record(
      .completed(
        Completion(
          step: step, read: read, outcome: masker.mask(performed.outcome),
          broken: performed.broken.map(masker.mask), output: masker.mask(performed.output),
          exchanges: performed.exchanges.map { $0.masked(by: masker) },
          conditions: conditions, shared: shared)))
  }
}

extension Journey {
  var index: Int { setting.index }
  var scenario: Scenario { setting.scenario }
  var transport: any Transport { setting.transport }
  var masker: Masker { setting.masker }
  var conversion: Conversion { setting.conversion }
  var options: RunOptions { setting.options }
}
