import LinkageCore
import Values

/// One case of a hand-made run: its steps as they are written in its file, and what became of them.
struct CaseBuilder {
  let source: SourceFile
  let id: String
  let title: LocalizedText
  var steps: [Outline.Step] = []
  var verdicts: [StepVerdict] = []
  var events: [Event] = []
  var findings: [Finding] = []
  var cleanup: [Finding] = []
  /// Its position in the run.
  let number: Int

  /// Writes a step; it stands in the file where `id: NAME` does, and its conditions where their
  /// texts do, or the anchors given for them.
  mutating func step(
    _ name: String, _ operation: String, expecting conditions: [String] = [],
    sync: Outline.Sync? = nil, fails: String? = nil, writes: [String] = [],
    anchors: [String] = [], status: StepVerdict.Status = .passed, skip: SkipReason? = nil,
    outcome: Outcome? = .ok,
    duration: Double? = 12.4, measurement: Measurement? = nil
  ) {
    let platform = operation.prefix { $0 != "." && $0 != " " }
    var sync = sync
    let since = sync?.since ?? []
    sync?.writes = steps.indices.filter { since.contains(steps[$0].id) }
    steps.append(
      Outline.Step(
        id: name, place: RunBuilder.place(of: "id: \(name)", in: source), operation: operation,
        platform: String(platform), actor: "alice", isWrite: !writes.isEmpty, reads: [],
        writes: writes,
        expectations: conditions.enumerated().map { number, condition in
          let anchor = anchors.indices.contains(number) ? anchors[number] : condition
          let place = RunBuilder.place(of: anchor, in: source)
          return .init(text: condition, place: place, isUntil: false)
        },
        sync: sync, fails: fails, mayFail: [], isSoft: false, isFinally: false))
    verdicts.append(
      StepVerdict(
        status: status, skip: skip, outcome: skip == nil ? outcome : nil,
        duration: skip == nil ? duration.map(RunBuilder.ms) : nil, measurement: measurement))
  }

  /// Changes the step written last.
  mutating func edit(_ change: (inout Outline.Step) -> Void) {
    change(&steps[steps.count - 1])
  }

  /// The answer of the step written last.
  mutating func answer(
    _ method: String, _ url: String, _ status: Int?, _ body: String? = nil,
    failure: TransportFailure? = nil, outcome: Outcome = .ok, at moment: Double = 100
  ) {
    let exchange = Exchange(
      platform: steps[steps.count - 1].platform, method: method, url: url, headers: [], body: nil,
      status: status, answerHeaders: [], answer: body, failure: failure,
      sent: RunBuilder.at(moment - 12), received: RunBuilder.at(moment), phases: .zero)
    let completion = Completion(
      step: StepReference(case: number, step: steps.count - 1), read: nil, outcome: outcome,
      output: .null, exchanges: [exchange], conditions: [])
    events.append(Event(at: RunBuilder.at(moment), kind: .completed(completion)))
  }

  /// What was wrong with the step written last.
  mutating func finding(
    _ type: FailureType, expectation: Int? = nil, condition: Condition? = nil,
    outcome: Outcome? = nil, measurement: Measurement? = nil, detail: String? = nil,
    held: Nanoseconds? = nil, goneBy: Nanoseconds? = nil, stoppedBy: String? = nil
  ) {
    findings.append(
      Finding(
        type: type, step: steps.count - 1, expectation: expectation, condition: condition,
        outcome: outcome, measurement: measurement, place: nil, detail: detail, held: held,
        goneBy: goneBy, stoppedBy: stoppedBy))
  }

  func add(
    to run: inout RunBuilder, _ status: CaseVerdict.Status, skip: SkipReason? = nil,
    from start: Double? = 0, until end: Double? = 1_240, priority: String? = "P0",
    tags: [String] = ["member", "smoke"], row: String? = nil, sample: Int? = nil
  ) {
    if !run.sources.contains(source) { run.sources.append(source) }
    run.cases.append(
      Outline.Case(
        id: id, place: Place(path: source.path, line: 1, column: 1, length: 1), title: title,
        priority: priority, tags: tags, row: row, sample: sample, actors: ["alice"], steps: steps))
    run.verdicts.append(
      CaseVerdict(
        status: status, skip: skip, started: start.map(RunBuilder.at),
        ended: end.map(RunBuilder.at), findings: findings, cleanup: cleanup, steps: verdicts))
    run.events += events
  }
}

extension Outline.Sync {
  static func since(_ steps: String..., over link: Link, within: Double = 10_000) -> Outline.Sync {
    Outline.Sync(
      since: steps, writes: [0], link: link, within: RunBuilder.ms(within), slo: nil,
      promised: RunBuilder.ms(1_000), hold: nil)
  }
}

extension Measurement {
  static func made(
    _ link: Link, _ latency: LatencyInterval, reads: Int, failed: Int = 0, slo: Double? = nil
  ) -> Measurement {
    Measurement(
      link: link, latency: latency,
      sinceSent: LatencyInterval(
        lower: latency.lower + RunBuilder.ms(5), upper: latency.upper.map { $0 + RunBuilder.ms(5) },
        point: latency.point.map { $0 + RunBuilder.ms(5) }),
      stable: nil, conditions: [ConditionLatency(expectation: 0, latency: latency)],
      acknowledged: RunBuilder.at(100), within: RunBuilder.ms(10_000),
      slo: slo.map(RunBuilder.ms), sloAnswer: slo == nil ? nil : .fail, reads: reads,
      failedReads: failed, sameAnswer: latency.upper == nil)
  }
}
