import LinkageCore

/// A run's verdict put together by hand: cases of one step each, which may hold a measurement.
struct TinyVerdict {
  static let order = Link(entity: "order", from: "mini", to: "web")
  static let within = Nanoseconds.seconds(10)

  var names: [(scenario: String, name: String)] = []
  var cases: [CaseVerdict] = []
  var checks: [CheckResult] = []
  var wasInterrupted = false
  /// Where it is not what the parts say.
  var judgement: Judgement?

  mutating func add(
    _ scenario: String, _ status: CaseVerdict.Status = .passed, _ measured: Measurement? = nil
  ) {
    names.append((scenario, "\(scenario) #\(names.count + 1)"))
    cases.append(
      CaseVerdict(
        status: status, skip: nil, started: nil, ended: nil, findings: [], cleanup: [],
        steps: [
          StepVerdict(
            status: .passed, skip: nil, outcome: nil, duration: nil, measurement: measured)
        ]))
  }

  /// One change, visible between two times after its acknowledgement in milliseconds.
  mutating func sample(
    _ scenario: String = "order", _ lower: Int64, _ upper: Int64?, over link: Link = order,
    _ status: CaseVerdict.Status = .passed
  ) {
    let latency = LatencyInterval(
      lower: .milliseconds(lower), upper: upper.map { .milliseconds($0) },
      point: upper.map { .milliseconds((lower + $0) / 2) })
    add(
      scenario, status,
      Measurement(
        link: link, latency: latency, sinceSent: latency, stable: nil, conditions: [],
        acknowledged: Instant(Int64(names.count) * 1_000), within: Self.within, slo: nil,
        sloAnswer: nil, reads: 2, failedReads: 0, sameAnswer: true))
  }

  mutating func check(_ name: String, _ judgement: Judgement, observed: Int = 5) {
    checks.append(
      CheckResult(checker: name, judgement: judgement, observed: observed, violations: []))
  }

  var run: GateRun {
    let parts =
      cases.map { result -> Judgement in
        result.status == .failed ? .fail : result.status == .errored ? .unknown : .pass
      } + checks.map { $0.observed == 0 ? .pass : $0.judgement }
    return GateRun(
      id: "run", cases: names,
      verdict: Verdict(
        judgement: judgement ?? parts.reduce(.pass, Judgement.worst),
        wasInterrupted: wasInterrupted, cases: cases, checks: checks, links: [], lateness: nil))
  }

  /// So many changes, each seen between that many milliseconds and one more.
  static func run(_ count: Int, at milliseconds: Int64, never: Int = 0) -> GateRun {
    var tiny = TinyVerdict()
    for _ in 0..<count { tiny.sample("order", milliseconds, milliseconds + 1) }
    for _ in 0..<never { tiny.sample("order", 10_000, nil, .failed) }
    return tiny.run
  }
}
