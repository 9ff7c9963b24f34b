import LinkageCore
import Values

/// A run with every kind of event, and values at the edges of their types.
enum Samples {
  static func header(_ id: String, started: Int64 = 1_700_000_000_000) -> RunHeader {
    RunHeader(
      id: id, startedWall: started, started: Instant(.max), seed: .max, version: "1.0.0",
      command: ["linkage", "run", "会员"], environment: [.init(name: "系统", value: "Debian \"12\"")])
  }

  static let place = Place(path: "scenarios/会员.yaml", line: 3, column: 5, length: 2)
  static let link = Link(entity: "member", from: "website", to: "mini")

  static let outline = Outline(
    target: "mocks",
    platforms: [
      .init(name: "website", title: LocalizedText(english: "Web", chinese: "网站"), base: "http://a")
    ],
    cases: [
      .init(
        id: "member.register", place: place,
        title: LocalizedText(english: "Register", chinese: "注册"), priority: "p0", tags: ["smoke"],
        actors: ["alice"], steps: [step("register"), step("login")])
    ],
    entities: [], sources: [SourceFile(path: "a.yaml", text: "a: \"b\"\n\t你好\u{0}\u{1F600}")])

  private static func step(_ id: String) -> Outline.Step {
    Outline.Step(
      id: id, place: place, operation: "website." + id, platform: "website", actor: nil,
      isWrite: id == "register", reads: [], writes: ["member"],
      expectations: [.init(text: "out.id == 1", place: place, isUntil: true)],
      sync: Outline.Sync(
        since: ["register"], writes: [0], link: link, within: .seconds(10), slo: nil,
        promised: .seconds(1),
        hold: nil),
      fails: nil, mayFail: ["Busy"], isSoft: false, isFinally: false)
  }

  /// Nothing of it survives plain JSON but the first two lines.
  static let values: Value = [
    "null": nil, "bool": true, "text": "会员 \"\\\n\u{2028}", "list": [1, [], [:]],
    "int": .int(.max), "least": .int(.min), "beyond": 9_007_199_254_740_993,
    "uint": .uint(7), "large": .uint(.max), "whole": .double(1), "negative": .double(-0.0),
    "tiny": .double(.leastNonzeroMagnitude), "huge": .double(1e300),
    "infinite": .double(-.infinity),
    "bytes": .bytes([0, 255, 10]), "type": .type("map"),
    "time": .timestamp(Timestamp(seconds: -1, nanoseconds: 999_999_999)),
    "span": .duration(TimeSpan(seconds: 3, nanoseconds: 5)),
    "$uint": "7", "nested": ["$bytes": "AA=="],
    "keys": .map(numbered),
  ]

  private static var numbered: ValueMap {
    var map = ValueMap()
    map[.int(1)] = "one"
    map[.bool(true)] = .uint(1)
    map["1"] = .bytes([])
    return map
  }

  static let events: [Event] = {
    let first = StepReference(case: 0, step: 0)
    let kinds: [Event.Kind] = [
      .caseStarted(case: 0),
      .invoked(Invocation(step: first, read: nil, planned: nil, inputs: values)),
      .invoked(Invocation(step: first, read: .max, planned: Instant(.min), inputs: .null)),
      .completed(
        Completion(
          step: first, read: 2, outcome: .ok, output: values, exchanges: [exchange],
          conditions: conditions)),
      .completed(
        Completion(
          step: first, read: 3, outcome: .ok, output: .null, exchanges: [exchange], conditions: [],
          shared: ReadReference(step: StepReference(case: 0, step: 1), read: 8))),
      .completed(completion(.refused(error: "余额不足"))),
      .completed(completion(.unknown(reason: failure, status: nil))),
      .completed(completion(.unknown(reason: nil, status: 502))),
      .completed(completion(.unexpected(status: 418, detail: nil))),
      .completed(completion(.unreachable(failure))),
      .stepEnded(StepEnd(step: first, reason: .satisfied)),
      .stepEnded(StepEnd(step: first, reason: .skipped(.missingReference("login")))),
      .stepEnded(StepEnd(step: first, reason: .skipped(.when))),
      .stepEnded(StepEnd(step: first, reason: .stopped(read: 4))),
      .stepEnded(StepEnd(step: first, reason: .stopped())),
      .stepEnded(StepEnd(step: first, reason: .notRunnable(problem: "x", place: place))),
      .stepEnded(StepEnd(step: first, reason: .notRunnable(problem: "x", place: nil))),
      .actor(
        ActorFields(case: 0, actor: "alice", fields: values, made: ["phone", "address.name"])),
      .caseEnded(CaseEnd(case: 0, reason: .finished)),
      .caseEnded(CaseEnd(case: 0, reason: .skipped(.writesDenied(operation: "a")))),
      .runEnded(RunEnd(wasInterrupted: true, lateness: nil)),
      .runEnded(
        RunEnd(
          wasInterrupted: false,
          lateness: .init(p50: .zero, p99: Nanoseconds(.max), max: Nanoseconds(.min)))),
    ]
    return kinds.enumerated().map { Event(at: Instant(Int64.max - Int64($0)), kind: $1) }
  }()

  private static let failure = TransportFailure(kind: .lost, wasSent: true, detail: "gone")

  private static func completion(_ outcome: Outcome) -> Completion {
    Completion(
      step: StepReference(case: 0, step: 1), read: nil, outcome: outcome, output: .null,
      exchanges: [], conditions: [])
  }

  private static let exchange = Exchange(
    platform: "website", method: "POST", url: "http://a/?q=%20",
    headers: [HeaderField(name: "X", value: "")], body: "{\"a\":1.0}", status: 200,
    answerHeaders: [HeaderField(name: "set-cookie", value: "***")], answer: "\u{FEFF}好",
    failure: nil, sent: Instant(1), received: Instant(2),
    phases: Phases(name: 1, connect: 2, tls: 0, firstByte: 3, total: .max, reused: true))

  /// One in which nothing is absent.
  static let wholeCompletion: Completion = {
    var exchange = Samples.exchange
    exchange.failure = failure
    exchange.wire = Wire(
      sentBytes: 1, receivedBytes: 2, version: "1.1", remote: "127.0.0.1:4701")
    exchange.facts = RequestFacts(
      timeout: .seconds(1), follow: 2, cookie: "a=b", basic: "user:x", cutBody: 3, binaryBody: 4,
      spellings: [.plain, .json])
    let part = Condition.Part(
      offset: 0, length: 6, text: "out.id", type: "int", value: 7, problem: "no \"key\"")
    return Completion(
      step: StepReference(case: 0, step: 1), read: 3, outcome: .ok,
      broken: BrokenPromise(field: "a", detail: "b"), output: 1, exchanges: [exchange],
      conditions: [Condition(holds: false, parts: [part], problem: "no \u{1}")])
  }()

  private static let conditions = [
    Condition(holds: true, parts: [], problem: nil),
    Condition(
      holds: nil,
      parts: [
        .init(offset: 0, length: 6, text: "out.id", type: nil, value: .null, problem: "no such key")
      ], problem: "no such key"),
  ]

  static let measurement = Measurement(
    link: link, latency: interval(-5, 10, 3), sinceSent: interval(0, 15, 8), stable: nil,
    conditions: [ConditionLatency(expectation: 0, latency: interval(1, nil, nil))],
    acknowledged: Instant(100), within: .seconds(10), slo: nil, sloAnswer: .unknown, reads: 4,
    failedReads: 0, sameAnswer: true, sharedReads: 3)

  private static func interval(_ lower: Int64, _ upper: Int64?, _ point: Int64?) -> LatencyInterval
  {
    LatencyInterval(
      lower: Nanoseconds(lower), upper: upper.map { Nanoseconds($0) },
      point: point.map { Nanoseconds($0) })
  }

  static func verdict(_ judgement: Judgement) -> Verdict {
    let finding = Finding(
      type: .slow, step: 1, expectation: 0, condition: conditions[1],
      outcome: .refused(error: "x"), measurement: measurement, place: place, detail: "迟")
    let steps = [
      StepVerdict(
        status: .passed, skip: nil, outcome: .ok, duration: .seconds(1), measurement: nil),
      StepVerdict(
        status: .failed, skip: nil, outcome: nil, duration: nil, measurement: measurement),
    ]
    return Verdict(
      judgement: judgement, wasInterrupted: false,
      cases: [
        CaseVerdict(
          status: .failed, skip: nil, started: Instant(1), ended: nil, findings: [finding],
          cleanup: [], steps: steps)
      ],
      checks: [
        CheckResult(
          checker: "durability", judgement: .fail, observed: 2,
          violations: [.init(type: .lost, witness: [1, 2], step: StepReference(case: 0, step: 1))])
      ],
      links: [
        LinkSummary(
          link: link, samples: 1, censored: 0, immediate: 0, p50: interval(1, 2, nil),
          p95: interval(1, nil, nil), p99: interval(1, nil, nil), medianWidth: nil,
          promised: .seconds(1), late: 0)
      ], lateness: nil)
  }
}
