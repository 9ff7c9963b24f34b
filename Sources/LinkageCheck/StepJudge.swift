import LinkageCore

/// Judges one step from its record.
struct StepJudge {
  var index: Int
  var outline: Outline.Step
  var record: StepRecord
  /// The last acknowledged write that a `sync` waits for.
  var write: Completion?
  /// When that write was due, where a schedule planned it.
  var writePlanned: Instant?
  /// The platform it was made on, where the writes were made on several.
  var writePlatform: String?
  /// The entities that everybody changes.
  var shared: Set<String>

  var verdict: (step: StepVerdict, findings: [Finding]) {
    let measuring = self.measuring
    let measurement = measuring?.measurement
    let findings = self.findings(measuring, measurement)
    let step = StepVerdict(
      status: status(findings), skip: record.skip, outcome: counted?.outcome,
      duration: record.duration, measurement: measurement)
    return (step, findings)
  }

  private var measuring: Measuring? {
    guard var sync = outline.sync, let write, !record.completions.isEmpty else { return nil }
    if let writePlatform { sync.link = link(sync.link, from: writePlatform) }
    return Measuring(
      outline: outline, sync: sync, reads: record.completions.map(\.completion), write: write,
      planned: writePlanned, shared: shared)
  }

  /// From there to the platform that is read; of a parity to the other one.
  private func link(_ link: Link, from platform: String) -> Link {
    var link = link
    link.from = platform
    guard case .parity = outline.kind else { return link }
    let read = record.completions.lazy.flatMap(\.completion.exchanges).map(\.platform)
    link.to = read.first { $0 != platform } ?? link.to
    return link
  }

  /// The completion that counts: of a fault that could not be put on that one, whatever came of taking
  /// it off.
  private var counted: Completion? {
    guard case .fault = outline.kind,
      let on = record.completions.first(where: { $0.completion.read == nil })?.completion,
      !single(on).isEmpty
    else { return record.last }
    return on
  }

  private func status(_ findings: [Finding]) -> StepVerdict.Status {
    if record.skip != nil { return .skipped }
    if !findings.isEmpty { return .failed }
    switch record.end {
    case .satisfied: return .passed
    case nil, .interrupted: return .notRun
    default: return .failed
    }
  }

  private func findings(_ measuring: Measuring?, _ measurement: Measurement?) -> [Finding] {
    switch record.end {
    case .skipped, .interrupted: return []
    case .notRunnable(let problem, let place):
      return [finding(.notRunnable, place: place, detail: problem)]
    // Cut off, as by the end of the process: a wait that did not end decides nothing.
    case nil where record.completions.isEmpty || outline.sync != nil || outline.stays != nil:
      return []
    default: break
    }
    if outline.stays != nil { return StaysJudge(judge: self).findings }
    guard let measuring, let measurement else { return counted.map(single) ?? [] }
    return ProbeJudge(judge: self, measuring: measuring, measurement: measurement).findings
  }

  /// What is wrong with one completion by itself.
  func single(_ completion: Completion) -> [Finding] {
    switch completion.outcome {
    case .ok where outline.fails != nil:
      return [finding(.notRefused, outcome: completion.outcome)]
    case .ok:
      if let broken = broken(completion) { return [broken] }
      return unmet(completion, type: .expectationNotMet) { _ in true }
    case .refused(let error):
      if error == outline.fails {
        return unmet(completion, type: .expectationNotMet) { _ in true }
      }
      if outline.mayFail.contains(error) { return [] }
      let type: FailureType = outline.fails == nil ? .refused : .notRefused
      return [finding(type, outcome: completion.outcome)]
    default:
      return [undecided(completion.outcome)]
    }
  }

  /// The finding for an answer that lacks what the contract promises.
  func broken(_ completion: Completion, measurement: Measurement? = nil) -> Finding? {
    completion.broken.map {
      finding(
        .fieldMismatch, outcome: completion.outcome, measurement: measurement, detail: $0.detail)
    }
  }

  /// The finding for an outcome that decides nothing.
  func undecided(_ outcome: Outcome, measurement: Measurement? = nil) -> Finding {
    let type: FailureType =
      switch outcome {
      case .unreachable: .unreachable
      case .unexpected: .unexpectedAnswer
      default: .unknownOutcome
      }
    var detail: String?
    if case .unexpected(_, let reason) = outcome { detail = reason }
    return finding(type, outcome: outcome, measurement: measurement, detail: detail)
  }

  /// One finding for each expectation that does not hold; a field that a parity compares by one is
  /// a mismatch whenever it is found.
  func unmet(
    _ completion: Completion, type: FailureType, measurement: Measurement? = nil,
    where isCounted: (Outline.Expectation) -> Bool
  ) -> [Finding] {
    outline.expectations.indices.compactMap { position in
      guard completion.conditions.indices.contains(position),
        isCounted(outline.expectations[position])
      else { return nil }
      let condition = completion.conditions[position]
      guard condition.holds != true else { return nil }
      let isField = type == .expectationNotMet && outline.expectations[position].field != nil
      return finding(
        isField ? .fieldMismatch : type, expectation: position, condition: condition,
        outcome: completion.outcome,
        measurement: measurement)
    }
  }

  func finding(
    _ type: FailureType, expectation: Int? = nil, condition: Condition? = nil,
    outcome: Outcome? = nil, measurement: Measurement? = nil, place: Place? = nil,
    detail: String? = nil
  ) -> Finding {
    Finding(
      type: type, step: index, expectation: expectation, condition: condition, outcome: outcome,
      measurement: measurement, place: place, detail: detail)
  }
}
