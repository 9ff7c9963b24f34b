import LinkageCore

struct EnglishFindingWords: FindingWords {
  private let failures = EnglishFailureWords()
  let fieldColumn = "field"
  let absent = "absent"

  func headline(_ facts: FindingFacts) -> String {
    let operation = facts.step.operation
    let change = facts.link?.text ?? "the change"
    switch facts.finding.type {
    case .expectationNotMet where facts.isComparison, .fieldMismatch where facts.isComparison:
      return differing(facts)
    case .expectationNotMet where facts.held != nil:
      return "held" + length(facts.held) + ", then the expectation was not met"
    case .unexpectedAnswer where facts.unsentForm != nil:
      return "the form of `\(operation)` was not sent"
    case .fieldMismatch where facts.isBrokenPromise:
      return "this answer of `\(operation)` lacks what was promised"
    case .unexpectedAnswer where facts.isBrokenPromise:
      return "the answer of `\(operation)` lacks what `let` takes from it"
    case .expectationNotMet, .fieldMismatch: return "expectation not met"
    case .refused: return "`\(operation)` was refused" + refusal(facts.outcome)
    case .notRefused: return notRefused(facts)
    case .notSynced where facts.stoppedBy != nil:
      return "\(change) not visible when `stop_if` ended the wait"
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
    case .stale: return "an outdated answer"
    case .outOfOrder: return "a later change is visible without an earlier one"
    case .blocked: return "one change is stuck while others arrive"
    case .usedTwice: return "what can be used once was used twice"
    case .diverged: return "the platforms do not show the same"
    case .restless: return "something still changes after the last write has arrived"
    case .unexpectedAnswer: return "no rule covers this answer of `\(operation)`"
    case .unknownOutcome: return "nobody knows whether `\(operation)` happened"
    case .unreachable: return "`\(facts.platform)` could not be reached"
    case .notRunnable where facts.completion != nil:
      return "step `\(facts.step.id)` was sent, but a value it needs cannot be computed"
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
      guard watched > .zero else { return "\(measurement.link.text) not known; \(reads)" }
      let time = DurationText.text(watched, .down)
      return "\(measurement.link.text) not visible \(time) \(after); \(reads)"
    }
    return
      "\(measurement.link.text) visible \(IntervalText.text(measurement.latency)) \(after); \(reads)"
  }

  func advice(_ facts: FindingFacts) -> String? {
    guard facts.isCacheSuspected else { return plainAdvice(facts) }
    let cache =
      "let the change drop what the cache before `\(facts.platform)` keeps, or keep it for less"
    let more = facts.finding.type == .flickered ? nil : plainAdvice(facts)
    return more.map { "\(cache); \($0)" } ?? cache
  }

  private func plainAdvice(_ facts: FindingFacts) -> String? {
    let link = facts.link.map { "the link \($0.way)" } ?? "the link"
    let operation = facts.step.operation
    if let form = facts.unsentForm { return advice(form.part) }
    switch facts.finding.type {
    case .notSynced where facts.stoppedBy != nil, .fieldMismatch where facts.stoppedBy != nil:
      return "find out why the condition of `stop_if` came true; narrow it if the wait should go on"
    case .notSynced where facts.lacksLogIn: return logIn(facts)
    case .notSynced:
      return "is \(link) running? If it is only slow, raise `within`" + now(facts.within)
    case .slow: return "look for what delays \(link), or relax `slo`" + now(facts.slo)
    case .fieldMismatch where facts.isBrokenPromise:
      return "compare the answer with `out` in the target and with the contract"
    case .unexpectedAnswer where facts.isBrokenPromise:
      return "compare the answer with `let` of `\(operation)` in the target"
    case .fieldMismatch where facts.measurement?.hasArrived == false:
      return "check what \(link) hands over; if it is only slow, raise `within`" + now(facts.within)
        + (facts.isComparison
          ? "" : "; if it arrives wrong rather than late, `until:` tells the two apart")
    case .expectationNotMet, .fieldMismatch:
      return facts.step.sync == nil ? nil : "check what \(link) hands over, and what it leaves out"
    case .flickered: return "look for a cache, or a second copy, that still serves the old state"
    case .unexpectedAnswer where facts.askingProxy != nil:
      return facts.askingProxy.map { failures.proxyPassword($0.proxy) }
    case .unexpectedAnswer where facts.isWrittenInScenario:
      return "name this answer in the step, under `errors` or `ok`"
    case .unexpectedAnswer:
      return "name this answer in the target, under `errors` or `ok` of `\(operation)`"
    case .unknownOutcome:
      return "look into the log of `\(facts.platform)`" + at(facts.sentWall)
        + (advice(facts.failure).map { "; " + $0 } ?? "")
    case .unreachable where facts.failure?.cause != nil: return advice(facts.failure)
    case .unreachable:
      return "start `\(facts.platform)`" + (facts.base.map { " at \($0)" } ?? "")
        + ", then run again"
    case .refused where facts.lacksLogIn && facts.step.actor == nil: return logIn(facts)
    case .refused: return facts.finding.held == nil ? mayFail(facts.outcome) : nil
    case .notRunnable:
      return "check what is written there, and the steps whose values it uses"
    default: return nil
    }
  }

  func checkAgain(_ command: String) -> String {
    "\(command)    judges this run again, sending nothing"
  }
  func noValue(_ problem: String) -> String { "no value: \(problem)" }
  func notEvaluated(_ problem: String) -> String { "the condition has no value: \(problem)" }

  func neverEvaluated(_ answers: Int) -> String {
    "none of the \(answers) answers had it: if a name in it is wrong, waiting longer does not help, "
      + "and no latency was measured"
  }

  func onlyRefusal(_ error: String) -> String { "every answer was `\(error)`" }

  func held(_ facts: FindingFacts) -> String {
    guard let held = facts.held, let upper = held.upper else {
      return facts.isFirstReadAnswered
        ? "not even at the first read" : "not even at the first read that was answered"
    }
    let still =
      held.lower > .zero
      ? "still after \(DurationText.text(held.lower, .down))" : "at the first read"
    let gone = "no longer after \(DurationText.text(upper, .up))"
    return "\(still), \(gone)" + (facts.step.stays.map { "; due for \(LimitText.text($0))" } ?? "")
  }

  func stopped(_ condition: String, _ after: LatencyInterval?, _ within: Nanoseconds?) -> String {
    "`stop_if: \(condition)` ended the wait"
      + (after.map { ", true \(IntervalText.text($0)) after the acknowledgement" } ?? "")
      + (within.map { "; `within` is \(LimitText.text($0))" } ?? "")
  }

  func condition(_ entry: ConditionTimes.Entry) -> String {
    guard entry.latency.upper != nil else {
      let since = DurationText.text(max(.zero, entry.latency.lower), .down)
      let late = entry.within.map { "not visible within \(LimitText.text($0))" }
      return "`\(entry.name)` " + (late ?? "not yet visible at \(since)")
    }
    return "`\(entry.name)` visible \(IntervalText.text(entry.latency))"
      + (entry.missedAgain.map(missed) ?? "")
  }

  func otherConditions(_ count: Int) -> String {
    count == 1 ? "… and 1 more, visible sooner" : "… and \(count) more, visible sooner"
  }

  func cached(_ age: Nanoseconds) -> String {
    "answers came from a cache, up to \(LimitText.text(age)) old (`Age`)"
  }

  /// `, missed by a read sent at 52.3 ms`
  private func missed(_ moment: Nanoseconds?) -> String {
    moment.map { ", missed by a read sent at \(DurationText.text($0))" } ?? ", then gone"
  }

  private func advice(_ failure: TransportFailure?) -> String? {
    let advice = failure?.cause.flatMap(failures.advice)
    return advice ?? (failure?.kind == .timeout ? "raise `timeout` if it is only slow" : nil)
  }

  private func advice(_ part: UnsentForm.Part) -> String {
    switch part {
    case .page:
      "open the page in a browser: is the path of `submit` right, and must one log in first?"
    case .form: "open the page in a browser, and say with `form` which form is meant"
    case .field: "open the page in a browser, and correct `fields`"
    }
  }

  /// ` for 1.20–2.41 s`
  private func length(_ held: LatencyInterval?) -> String {
    held.map { " for \(IntervalText.text($0))" } ?? ""
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

  /// When it was seen, when it was missed, and when it was back for good.
  private func flicker(_ measurement: Measurement, _ stable: LatencyInterval, _ after: String)
    -> String
  {
    let seen = "\(measurement.link.text) visible \(IntervalText.text(measurement.latency)) \(after)"
    let gone = seen + missed(measurement.missedAgain)
    guard stable.upper != nil else {
      return gone + "; still gone after \(DurationText.text(stable.lower))"
    }
    return gone + "; there for good after \(IntervalText.text(stable))"
  }

  private func reads(_ measurement: Measurement) -> String {
    let count = measurement.reads == 1 ? "1 read" : "\(measurement.reads) reads"
    let failed =
      measurement.failedReads == 0 ? "" : ", \(measurement.failedReads) of them without a result"
    let isSame = !measurement.hasArrived && measurement.sameAnswer && measurement.reads > 1
    return count + failed + (isSame ? ", same answer" : "")
  }

  private func refusal(_ outcome: Outcome?) -> String {
    if case .refused(let error)? = outcome { " with `\(error)`" } else { "" }
  }

  private func notRefused(_ facts: FindingFacts) -> String {
    let due = facts.step.fails.map { "`\($0)`" } ?? "an error"
    let operation = "`\(facts.step.operation)`"
    if facts.held != nil, facts.outcome == .ok {
      return "\(operation) gave \(due)" + length(facts.held) + ", then succeeded"
    }
    if case .refused(let error)? = facts.outcome {
      return "\(operation) was refused with `\(error)` instead of \(due)"
    }
    return "\(operation) succeeded where \(due) was due"
  }

  private func logIn(_ facts: FindingFacts) -> String {
    facts.step.actor.map { "is `\($0)` logged in on `\(facts.platform)` by then?" }
      ?? "the step has no `as:`, so it acts as nobody; name the actor who is logged in"
  }

  private func mayFail(_ outcome: Outcome?) -> String? {
    guard case .refused(let error)? = outcome else { return nil }
    return "if this may happen, say so in the step: `may_fail: [\(error)]`"
  }

  private func within(_ length: Nanoseconds?) -> String {
    length.map { " within \(LimitText.text($0))" } ?? ""
  }

  private func limit(_ length: Nanoseconds?) -> String {
    length.map { ": `slo` is \(LimitText.text($0))" } ?? ""
  }

  private func now(_ length: Nanoseconds?) -> String {
    length.map { " (now \(LimitText.text($0)))" } ?? ""
  }

  private func at(_ wall: Int64?) -> String {
    wall.map { " at \(UTCText.millisecond($0))" } ?? ""
  }
}
