import LinkageCore

struct EnglishFindingWords: FindingWords {
  let fieldColumn = "field"
  let absent = "absent"

  func headline(_ facts: FindingFacts) -> String {
    let operation = facts.step.operation
    let change = facts.link?.text ?? "the change"
    switch facts.finding.type {
    case .expectationNotMet where facts.isComparison, .fieldMismatch where facts.isComparison:
      return differing(facts)
    case .expectationNotMet where facts.hasHeld:
      return "held for \(DurationText.text(facts.held)), then the expectation was not met"
    case .fieldMismatch where facts.isBrokenPromise, .unexpectedAnswer where facts.isBrokenPromise:
      return "this answer of `\(operation)` lacks what was promised"
    case .expectationNotMet, .fieldMismatch: return "expectation not met"
    case .refused: return "`\(operation)` was refused" + refusal(facts.outcome)
    case .notRefused: return notRefused(facts)
    case .notSynced: return "\(change) not visible" + within(facts.within)
    case .slow: return "\(change) visible, but too late" + limit(facts.slo)
    case .flickered: return "\(change) was visible, then gone again"
    case .lost: return "an acknowledged change is lost"
    case .vanished: return "a change that was visible has vanished"
    case .duplicated: return "one action counted more than once"
    case .phantom: return "something is visible that never happened"
    case .leaked: return "data of one member was shown to another"
    case .wentBack: return "a status went back"
    case .notConserved: return "the balance does not add up"
    case .unexpectedAnswer: return "no rule covers this answer of `\(operation)`"
    case .unknownOutcome: return "nobody knows whether `\(operation)` happened"
    case .unreachable: return "`\(facts.platform)` could not be reached"
    case .notRunnable: return "step `\(facts.step.id)` could not be run"
    }
  }

  func sync(_ measurement: Measurement, _ sync: Outline.Sync, watched: Nanoseconds?) -> String {
    let since = sync.since.map { "`\($0)`" }.joined(separator: ", ")
    let after = "after \(since) \(sync.since.count > 1 ? "were" : "was") acknowledged"
    let reads = reads(measurement)
    if let stable = measurement.stable {
      return flicker(measurement, stable, after) + "; " + reads
    }
    if let watched {
      return "\(measurement.link.text) not visible \(DurationText.text(watched)) \(after); \(reads)"
    }
    return
      "\(measurement.link.text) visible \(IntervalText.text(measurement.latency)) \(after); \(reads)"
  }

  func bound(_ measurement: Measurement) -> String {
    "latency \(IntervalText.text(measurement.latency))"
  }

  func advice(_ facts: FindingFacts) -> String? {
    let link = facts.link.map { "the link \($0.way)" } ?? "the link"
    let operation = facts.step.operation
    switch facts.finding.type {
    case .notSynced:
      return "is \(link) running? If it is only slow, raise `within`" + now(facts.within)
    case .slow: return "look for what delays \(link), or relax `slo`" + now(facts.slo)
    case .fieldMismatch where facts.isBrokenPromise, .unexpectedAnswer where facts.isBrokenPromise:
      return "compare the answer with `out` in the target and with the contract"
    case .fieldMismatch where facts.measurement?.hasArrived == false:
      return "check what \(link) hands over; if it is only slow, raise `within`" + now(facts.within)
    case .expectationNotMet, .fieldMismatch:
      return facts.step.sync == nil ? nil : "check what \(link) hands over, and what it leaves out"
    case .flickered: return "look for a cache, or a second copy, that still serves the old state"
    case .unexpectedAnswer:
      return "name this answer in the target, under `errors` or `ok` of `\(operation)`"
    case .unknownOutcome:
      return "look into the log of `\(facts.platform)`" + at(facts.sentWall)
        + "; raise `timeout` if it is only slow"
    case .unreachable:
      return "start `\(facts.platform)`" + (facts.base.map { " at \($0)" } ?? "")
        + ", then run again"
    case .refused: return mayFail(facts.outcome)
    case .notRunnable:
      return "find out why it lacks a value: look at this step and at those before it"
    default: return nil
    }
  }

  func checkAgain(run: String) -> String {
    "linkage check \(run)    judges this run again, sending nothing"
  }
  func noValue(_ problem: String) -> String { "no value: \(problem)" }
  func notEvaluated(_ problem: String) -> String { "the condition has no value: \(problem)" }

  func held(_ held: Nanoseconds, of due: Nanoseconds?) -> String {
    if held.count <= 0 { return "not even at the first read" }
    let of = due.map { " of \(DurationText.text($0))" } ?? ""
    return DurationText.text(held) + of + ", then no longer"
  }

  func round(_ round: Round, of step: String?, others: [Int]) -> String {
    let this = "\(round.number) of \(round.count)" + (step.map { " of `\($0)`" } ?? "")
    guard !others.isEmpty else { return this }
    let named = others.prefix(5).map(String.init).joined(separator: ", ")
    let more = others.count > 5 ? " and \(others.count - 5) more" : ""
    return "\(this); the same in \(others.count == 1 ? "round" : "rounds") \(named)\(more)"
  }

  func used(at place: String, by step: String) -> String { "used at \(place) by `\(step)`" }

  private func differing(_ facts: FindingFacts) -> String {
    let reads = facts.reads.map { "`\($0)`" }
    let last = reads.last.map { " and " + $0 } ?? ""
    let between =
      reads.count > 1 ? " between " + reads.dropLast().joined(separator: ", ") + last : ""
    guard facts.group.shown.count > 1 else { return "`\(facts.comparedField)` differs" + between }
    let what = facts.entity.map { "`\($0)` differs" } ?? "the answers differ"
    let fields = "\(facts.group.shown.count) of \(facts.comparedFields) fields"
    return "\(what)\(between) in \(fields)"
  }

  /// When it was seen, and when it was back for good.
  private func flicker(_ measurement: Measurement, _ stable: LatencyInterval, _ after: String)
    -> String
  {
    let seen = "\(measurement.link.text) visible \(IntervalText.text(measurement.latency)) \(after)"
    guard stable.upper != nil else {
      return seen + ", then gone; still gone after \(DurationText.text(stable.lower))"
    }
    return seen + ", then gone; there for good after \(IntervalText.text(stable))"
  }

  private func reads(_ measurement: Measurement) -> String {
    let count = measurement.reads == 1 ? "1 read" : "\(measurement.reads) reads"
    let failed =
      measurement.failedReads == 0 ? "" : ", \(measurement.failedReads) said nothing"
    let isSame = !measurement.hasArrived && measurement.sameAnswer && measurement.reads > 1
    return count + failed + (isSame ? ", same answer" : "")
  }

  private func refusal(_ outcome: Outcome?) -> String {
    if case .refused(let error)? = outcome { " with `\(error)`" } else { "" }
  }

  private func notRefused(_ facts: FindingFacts) -> String {
    let due = facts.step.fails.map { "`\($0)`" } ?? "an error"
    let operation = "`\(facts.step.operation)`"
    if facts.hasHeld, facts.outcome == .ok {
      return "\(operation) gave \(due) for \(DurationText.text(facts.held)), then succeeded"
    }
    if case .refused(let error)? = facts.outcome {
      return "\(operation) was refused with `\(error)` instead of \(due)"
    }
    return "\(operation) succeeded where \(due) was due"
  }

  private func mayFail(_ outcome: Outcome?) -> String? {
    guard case .refused(let error)? = outcome else { return nil }
    return "if this may happen, say so in the step: `may_fail: [\(error)]`"
  }

  private func within(_ length: Nanoseconds?) -> String {
    length.map { " within \(DurationText.text($0))" } ?? ""
  }

  private func limit(_ length: Nanoseconds?) -> String {
    length.map { ": `slo` is \(DurationText.text($0))" } ?? ""
  }

  private func now(_ length: Nanoseconds?) -> String {
    length.map { " (now \(DurationText.text($0)))" } ?? ""
  }

  private func at(_ wall: Int64?) -> String {
    wall.map { " at \(UTCText.millisecond($0))" } ?? ""
  }
}
