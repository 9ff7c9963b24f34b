import LinkageCheck
import LinkageCore
import Values

/// Builds histories of a few operations on entities; times are in milliseconds.
///
/// Each operation is a step of its own. They are written down in the order in which they ended.
struct TinyShop {
  var events: [Event] = [Event(at: TinyHistory.at(0), kind: .caseStarted(case: 0))]
  var cases: [[Outline.Step]] = [[]]
  var entities = [order, coupon, member, points]
  var sights: [Contract.Sight]?
  /// The cases that have a system of their own.
  var alone: Set<Int> = []

  static let order = entity(
    "order", key: "orderId",
    fields: [
      Field(name: "orderId", type: .id, isOptional: false),
      Field(
        name: "status", type: .string, isOptional: false,
        flow: [
          .init(from: "created", to: ["paid", "cancelled"]),
          .init(from: "paid", to: ["shipped", "refunded"]),
          .init(from: "shipped", to: ["completed", "refunded"]),
          .init(from: "completed", to: ["refunded"]),
        ]),
      Field(name: "version", type: .int, isOptional: false, monotonic: .up),
      Field(name: "amount", type: .money, isOptional: false),
    ])

  static let coupon = entity(
    "coupon", key: "couponId",
    fields: [
      Field(name: "couponId", type: .id, isOptional: false),
      Field(
        name: "status", type: .string, isOptional: false,
        flow: [
          .init(from: "issued", to: ["reserved"]),
          .init(from: "reserved", to: ["issued", "redeemed"]),
        ]),
      Field(name: "version", type: .int, isOptional: false, monotonic: .up),
    ])

  static let member = entity(
    "member", key: "memberId",
    fields: [
      Field(name: "memberId", type: .id, isOptional: false),
      Field(name: "phone", type: .phone, isOptional: false),
      Field(name: "name", type: .string, isOptional: false),
      Field(name: "version", type: .int, isOptional: false, monotonic: .up),
    ])

  static var points: Contract.Entity {
    var points = plainPoints
    points.ledger = Contract.Ledger(
      balance: "points", entries: "entries", id: "entryId", amount: "amount")
    return points
  }

  private static let plainPoints = entity(
    "points", key: "memberId",
    fields: [
      Field(name: "memberId", type: .id, isOptional: false),
      Field(name: "points", type: .int, isOptional: false),
      Field(name: "entries", type: .list, isOptional: false),
    ])

  static func entity(
    _ name: String, key: String, fields: [Field], within: Int64? = 1_000
  ) -> Contract.Entity {
    Contract.Entity(
      name: name, key: key, fields: fields, slo: nil, within: within.map { .milliseconds($0) },
      readYourWrites: ["web", "mini"])
  }

  /// An operation that changes entities; what it gives and takes are fields by their names.
  ///
  /// - Returns: the position of its completion.
  @discardableResult
  mutating func write(
    _ actor: String, _ platform: String, _ entity: String..., at times: (Int64, Int64),
    _ outcome: Outcome = .ok, out: Value = .null, with: Value = .map([:]), deletes: Bool = false,
    in number: Int = 0
  ) -> Int {
    let step = step(
      platform, actor, "change", reads: [], writes: entity, deletes: deletes ? entity : nil, number)
    return done(step, platform: platform, times, outcome, with, out, read: nil, status: 200)
  }

  /// One read of entities; `not_found` says that they are not there.
  @discardableResult
  mutating func read(
    _ actor: String, _ platform: String, _ entity: String..., at times: (Int64, Int64),
    _ outcome: Outcome = .ok, out: Value = .null, with: Value = .map([:]), status: Int = 200,
    in number: Int = 0
  ) -> Int {
    let step = step(platform, actor, "look", reads: entity, writes: [], number)
    return done(step, platform: platform, times, outcome, with, out, read: nil, status: status)
  }

  /// A read that lists entities under an output.
  @discardableResult
  mutating func list(
    _ actor: String, _ platform: String, _ entity: String, as output: String,
    at times: (Int64, Int64), _ elements: [Value], in number: Int = 0
  ) -> Int {
    let step = step(
      platform, actor, "list", reads: [entity], writes: [], lists: [output: entity], number)
    let out = Value.map([.string(output): .list(elements)])
    return done(step, platform: platform, times, .ok, .map([:]), out, read: nil, status: 200)
  }

  /// Something is broken and never mended.
  mutating func fault(at times: (Int64, Int64), in number: Int) {
    let step = step(
      "web", nil, "break", reads: [], writes: [],
      kind: .fault(link: "both", type: "drop", length: nil), number)
    done(step, platform: "console", times, .ok, .map([:]), .null, read: nil)
  }

  mutating func step(
    _ platform: String, _ actor: String?, _ verb: String, reads: [String], writes: [String],
    lists: [String: String]? = nil, deletes: [String]? = nil,
    kind: Outline.Step.Kind = .operation, sync: Outline.Sync? = nil, _ number: Int = 0
  ) -> StepReference {
    while cases.count <= number {
      cases.append([])
      events.append(
        Event(at: TinyHistory.at(0), kind: .caseStarted(case: cases.count - 1)))
    }
    cases[number].append(
      Outline.Step(
        id: "\(verb)\(cases[number].count)", place: TinyHistory.place, kind: kind,
        operation: "\(platform).\(verb)", platform: platform, actor: actor,
        isWrite: !writes.isEmpty, reads: reads, writes: writes, expectations: [], sync: sync,
        fails: nil, mayFail: [], isSoft: false, isFinally: false, lists: lists, deletes: deletes))
    return StepReference(case: number, step: cases[number].count - 1)
  }

  @discardableResult
  mutating func done(
    _ step: StepReference, platform: String, _ times: (Int64, Int64), _ outcome: Outcome,
    _ inputs: Value, _ output: Value, read: Int?, status: Int = 200,
    platforms: [String]? = nil, conditions: [Bool] = []
  ) -> Int {
    events.append(
      Event(
        at: TinyHistory.at(times.0),
        kind: .invoked(Invocation(step: step, read: read, planned: nil, inputs: inputs))))
    let exchanges = (platforms ?? [platform]).map {
      Exchange(
        platform: $0, method: "GET", url: "http://\($0)/", headers: [], body: nil,
        status: status, answerHeaders: [], answer: "{}", failure: nil,
        sent: TinyHistory.at(times.0), received: TinyHistory.at(times.1), phases: .zero)
    }
    let completion = Completion(
      step: step, read: read, outcome: outcome, output: output, exchanges: exchanges,
      conditions: conditions.map { Condition(holds: $0, parts: [], problem: nil) })
    events.append(Event(at: TinyHistory.at(times.1), kind: .completed(completion)))
    return events.count - 1
  }

  var history: History {
    let outlines = cases.enumerated().map { number, steps in
      var outline = Outline.Case(
        id: "tiny-\(number)", place: TinyHistory.place, title: LocalizedText("tiny"),
        priority: nil, tags: [], actors: ["alice"], steps: steps)
      outline.hasOwnSystem = alone.contains(number) ? true : nil
      return outline
    }
    let header = RunHeader(
      id: "20260101-000000-tiny", startedWall: 0, started: TinyHistory.at(0), seed: 1,
      version: "0", command: [], environment: [])
    let last = events.last?.at ?? TinyHistory.at(0)
    let ends = cases.indices.map {
      Event(at: last, kind: .caseEnded(CaseEnd(case: $0, reason: .finished)))
    }
    let end = Event(at: last, kind: .runEnded(RunEnd(wasInterrupted: false, lateness: nil)))
    return History(
      header: header,
      outline: Outline(
        target: "tiny", platforms: [], cases: outlines, entities: entities, sources: [],
        sights: sights),
      events: events + ends + [end])
  }

  func check(_ checker: any Checker) throws -> CheckResult {
    try checker.check(HistoryIndex(history))
  }
}
