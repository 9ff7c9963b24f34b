import LinkageCheck
import LinkageCore
import Values

/// Builds histories of a few lines; times are in milliseconds.
struct TinyHistory {
  var events: [Event] = []
  var steps: [Outline.Step] = []

  static let place = Place(path: "tiny.yaml", line: 1, column: 1, length: 1)

  mutating func step(
    _ id: String, expect: [String] = [], until: [String] = [], since: [String]? = nil,
    within: Int64 = 1_000, slo: Int64? = nil, hold: Int64? = nil, fails: String? = nil,
    mayFail: [String] = [],
    isSoft: Bool = false, isFinally: Bool = false, kind: Outline.Step.Kind = .operation,
    depth: Int = 0, round: Round? = nil, stays: Int64? = nil, fields: [String] = [],
    stopIf: String? = nil, platform: String = "web"
  ) {
    let conditions =
      until.map { Outline.Expectation(text: $0, place: Self.place, isUntil: true) }
      + expect.enumerated().map { index, text in
        Outline.Expectation(
          text: text, place: Self.place, isUntil: false,
          field: fields.indices.contains(index) ? fields[index] : nil)
      }
    let sync = since.map { since in
      Outline.Sync(
        since: since, writes: steps.indices.filter { since.contains(steps[$0].id) },
        link: Link(entity: "order", from: "mini", to: "web"),
        within: .milliseconds(within), slo: slo.map { .milliseconds($0) }, promised: nil,
        hold: hold.map { .milliseconds($0) }, stopIf: stopIf)
    }
    steps.append(
      Outline.Step(
        id: id, place: Self.place, kind: kind, depth: depth, round: round, operation: "web.\(id)",
        platform: platform, actor: "alice",
        isWrite: since == nil, reads: [], writes: [], expectations: conditions, sync: sync,
        stays: stays.map { .milliseconds($0) }, fails: fails, mayFail: mayFail, isSoft: isSoft,
        isFinally: isFinally))
  }

  /// An operation of the last step, or of another, sent and answered at these times.
  mutating func done(
    _ sent: Int64, _ received: Int64, _ outcome: Outcome = .ok, holds: [Bool?] = [],
    read: Int? = nil, answer: String = "{}", broken: BrokenPromise? = nil, step: Int? = nil,
    sendsNothing: Bool = false, headers: [HeaderField] = [], shared: ReadReference? = nil,
    platforms: [String] = ["web"]
  ) {
    let reference = StepReference(case: 0, step: step ?? steps.count - 1)
    let exchanges = (sendsNothing ? [] : platforms).map { platform in
      Exchange(
        platform: platform, method: "GET", url: "http://\(platform)/", headers: [], body: nil,
        status: 200, answerHeaders: headers, answer: answer, failure: nil, sent: Self.at(sent),
        received: Self.at(received), phases: .zero)
    }
    events.append(
      Event(
        at: Self.at(sent),
        kind: .invoked(Invocation(step: reference, read: read, planned: nil, inputs: .null))))
    events.append(
      Event(
        at: Self.at(received),
        kind: .completed(
          Completion(
            step: reference, read: read, outcome: outcome, broken: broken, output: .null,
            exchanges: exchanges,
            conditions: holds.map {
              Condition(holds: $0, parts: [], problem: $0 == nil ? "no such key" : nil)
            },
            shared: shared))))
  }

  mutating func end(_ reason: StepEnd.Reason = .satisfied, step: Int? = nil) {
    let reference = StepReference(case: 0, step: step ?? steps.count - 1)
    events.append(
      Event(
        at: events.last?.at ?? Self.at(0),
        kind: .stepEnded(StepEnd(step: reference, reason: reason))))
  }

  /// The whole, framed by the starts and ends of its one case and of the run.
  func history(caseEnd: CaseEnd.Reason? = .finished, interrupted: Bool? = false) -> History {
    var all = [Event(at: Self.at(0), kind: .caseStarted(case: 0))] + events
    let last = events.last?.at ?? Self.at(0)
    if let caseEnd {
      all.append(Event(at: last, kind: .caseEnded(CaseEnd(case: 0, reason: caseEnd))))
    }
    if let interrupted {
      let end = RunEnd(wasInterrupted: interrupted, lateness: nil)
      all.append(Event(at: last, kind: .runEnded(end)))
    }
    return History(header: Self.header, outline: outline, events: all)
  }

  private var outline: Outline {
    Outline(
      target: "tiny", platforms: [],
      cases: [
        Outline.Case(
          id: "tiny", place: Self.place, title: LocalizedText("tiny"), priority: nil, tags: [],
          actors: ["alice"], steps: steps)
      ], entities: [], sources: [])
  }

  private static let header = RunHeader(
    id: "20260101-000000-tiny", startedWall: 0, started: at(0), seed: 1, version: "0",
    command: [], environment: [])

  static func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds * 1_000_000) }
}

/// A write sent at 5 ms and acknowledged at 10 ms, then a probe that the caller fills.
func probe(
  expect: [String] = ["a"], until: [String] = [], within: Int64 = 1_000, slo: Int64? = nil,
  hold: Int64? = nil, fails: String? = nil, stopIf: String? = nil,
  end: StepEnd.Reason = .satisfied, _ fill: (inout TinyHistory) -> Void
) -> Verdict {
  var tiny = TinyHistory()
  tiny.step("order")
  tiny.done(5, 10)
  tiny.end()
  tiny.step(
    "lookup", expect: expect, until: until, since: ["order"], within: within, slo: slo,
    hold: hold, fails: fails, stopIf: stopIf)
  fill(&tiny)
  tiny.end(end)
  return Judge.verdict(of: tiny.history())
}

/// Milliseconds of an interval, for short assertions.
extension LatencyInterval {
  var milliseconds: [Double?] { [lower.milliseconds, upper?.milliseconds] }
}
