import LinkageCheck
import LinkageCore
import Values

/// Two platforms that agree as they promise, and people who use both at once: histories that every
/// checker must pass, and with a defect ones that the checker named for it must fail.
///
/// Requests overlap, are lost and sent again; news between the platforms takes its time, comes twice
/// and, but for points, in any order. Times are in milliseconds.
final class Simulation {
  var dice: Dice
  let defect: Defect?
  var agenda = Agenda()
  var now: Int64 = 0
  var web = SimulatedPlatform()
  var mini = SimulatedPlatform()
  /// The newest of everything, wherever it was changed: what whoever decides knows.
  var truth = SimulatedPlatform()
  /// Points that are on both platforms, or that were spent anywhere.
  var available: [Int: Int64] = [:]
  var people: [SimulatedPerson] = []
  var lastArrival: [String: Int64] = [:]
  var names = 0

  private(set) var events: [Event] = []
  private(set) var cases: [[Outline.Step]] = []
  private let limit: Int
  private(set) var operations = 0

  static let within: Int64 = 2_000

  /// - Parameter operations: how many are begun at least, before all come to rest.
  init(seed: UInt64, operations: Int, defect: Defect? = nil) {
    dice = Dice(seed: seed)
    self.defect = defect
    limit = operations
  }

  func history() -> History {
    for number in 0..<max(4, limit / 400) { enter(number) }
    while let (moment, action) = agenda.next() {
      now = moment
      action()
    }
    for number in cases.indices {
      let person = people[number]
      events.append(
        Event(
          at: at(now),
          kind: .actor(
            ActorFields(
              case: number, actor: "alice", fields: .map(["phone": .string(person.phone)]),
              made: ["phone"]))))
      events.append(
        Event(at: at(now), kind: .caseEnded(CaseEnd(case: number, reason: .finished))))
    }
    events.append(
      Event(at: at(now), kind: .runEnded(RunEnd(wasInterrupted: false, lateness: nil))))
    return History(header: Self.header, outline: outline, events: events)
  }

  var isOver: Bool { operations >= limit }

  func after(_ delay: Int64, _ action: @escaping () -> Void) { agenda.plan(now + delay, action) }

  func name(_ kind: String) -> String {
    names += 1
    return "\(kind)-\(names)"
  }

  private func enter(_ number: Int) {
    cases.append([])
    people.append(SimulatedPerson(number: number, phone: "139\(10_000_000 + number)"))
    events.append(Event(at: at(0), kind: .caseStarted(case: number)))
    after(dice.roll(0...2_000)) { [self] in register(number) }
  }

  /// What one request does where it is served.
  typealias Served = (outcome: Outcome, output: Value)

  struct Request {
    var verb: String
    var reads: [String] = []
    var writes: [String] = []
    var lists: [String: String]?
    var deletes: [String]?
    var effects: Contract.Effects?
    var inputs: ValueMap = [:]
  }

  /// Sends a request; now and then nobody hears what came of it.
  func send(
    _ person: Int, _ platform: String, _ request: Request, serve: @escaping () -> Served,
    then: @escaping (Served) -> Void
  ) {
    operations += 1
    let (sent, step) = (now, add(request, platform, person))
    events.append(
      Event(
        at: at(now),
        kind: .invoked(
          Invocation(step: step, read: nil, planned: nil, inputs: .map(request.inputs)))))
    if dice.percent(2) {
      // It may be served in time, long afterwards or never.
      if dice.percent(60) { after(dice.roll(1...1_500)) { _ = serve() } }
      after(300) { [self] in
        let lost = (outcome: Outcome.unknown(reason: nil, status: nil), output: Value.null)
        complete(step, platform, request, sent, lost, person)
        then(lost)
      }
      return
    }
    after(dice.roll(1...8)) { [self] in
      let served = serve()
      after(dice.roll(1...8)) { [self] in
        complete(step, platform, request, sent, served, person)
        then(served)
      }
    }
  }

  private func add(_ request: Request, _ platform: String, _ person: Int) -> StepReference {
    cases[person].append(
      Outline.Step(
        id: "s\(cases[person].count)", place: TinyHistory.place,
        operation: "\(platform).\(request.verb)", platform: platform, actor: "alice",
        isWrite: !request.writes.isEmpty, reads: request.reads, writes: request.writes,
        expectations: [], sync: nil, fails: nil, mayFail: [], isSoft: false, isFinally: false,
        lists: request.lists, deletes: request.deletes, effects: request.effects))
    return StepReference(case: person, step: cases[person].count - 1)
  }

  private func complete(
    _ step: StepReference, _ platform: String, _ request: Request, _ sent: Int64,
    _ served: Served, _ person: Int
  ) {
    let mixesUp = defect == .mixesUpMembers && dice.percent(1)
    let shown = people[mixesUp ? (person + 1) % people.count : person].phone
    let exchange = Exchange(
      platform: platform, method: request.writes.isEmpty ? "GET" : "POST",
      url: "http://\(platform)/", headers: [], body: nil, status: 200, answerHeaders: [],
      answer: "{\"phone\":\"\(shown)\"}", failure: nil, sent: at(sent), received: at(now),
      phases: .zero)
    events.append(
      Event(
        at: at(now),
        kind: .completed(
          Completion(
            step: step, read: nil, outcome: served.outcome, output: served.output,
            exchanges: [exchange], conditions: []))))
  }

  private func at(_ moment: Int64) -> Instant { TinyHistory.at(moment) }

  private var outline: Outline {
    Outline(
      target: "simulated", platforms: [],
      cases: cases.enumerated().map { number, steps in
        Outline.Case(
          id: "person-\(number)", place: TinyHistory.place, title: LocalizedText("person"),
          priority: nil, tags: [], actors: ["alice"], steps: steps)
      }, entities: Self.entities, sources: [])
  }

  private static let entities: [Contract.Entity] = {
    var entities = [TinyShop.order, TinyShop.coupon, TinyShop.member, TinyShop.account]
    for place in entities.indices { entities[place].within = .milliseconds(within) }
    return entities
  }()

  private static let header = RunHeader(
    id: "20260101-000000-simulated", startedWall: 0, started: TinyHistory.at(0), seed: 1,
    version: "0", command: [], environment: [])
}
