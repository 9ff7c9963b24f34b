import LinkageCore
import Values

/// Runs whose steps stand inside one another, are repeated, compare or must stay.
extension SampleRuns {
  static var groups: JudgedRun {
    var run = RunBuilder()
    run.sources = [Sources.join]
    earnTogether(0).add(
      to: &run, .passed, until: 1_912, row: "level=gold, off=10", sample: 2)
    run.links = [
      summary(
        points, 6, censored: 0, p50: RunBuilder.interval(3, 4), p95: RunBuilder.interval(5, 9))
    ]
    return run.run
  }

  private static func earnTogether(_ number: Int) -> CaseBuilder {
    var item = CaseBuilder(
      source: Sources.together, id: "earn-together",
      title: LocalizedText(english: "Earn on both sides at once", chinese: "两端同时赚积分"),
      number: number)
    join(&item)
    item.step("both", "together", outcome: nil, duration: 31)
    item.edit { ($0.kind, $0.platform, $0.actor) = (.together, "", nil) }
    item.step("onWeb", "web.earn", writes: ["points"], duration: 30)
    item.edit { $0.depth = 1 }
    item.answer("POST", "\(web)/api/points", 200)
    item.step("onMini", "mini.earn", writes: ["points"], duration: 28)
    item.edit { $0.depth = 1 }
    item.answer("POST", "\(mini)/api/points", 200)
    for round in 1...3 { earnRound(round, &item) }
    item.step("same", "parity member", expecting: Parity.conditions, duration: 9)
    Parity.shape(&item)
    item.answer("GET", "\(web)/api/member", 200)
    Parity.second(&item, points: 50, level: "silver")
    item.step("quiet", "mini.member", expecting: ["out.points == 50"], duration: 3_004)
    item.edit { $0.stays = RunBuilder.ms(3_000) }
    item.answer("GET", "\(mini)/api/member", 200)
    return item
  }

  /// One round of a flow in which points are earned and looked for.
  private static func earnRound(_ round: Int, _ item: inout CaseBuilder) {
    item.step("often", "flows/earn.yaml", outcome: nil, duration: 40)
    item.edit { step in
      (step.kind, step.platform) = (.flow, "")
      step.round = Round(number: round, count: 3, every: RunBuilder.ms(50))
    }
    item.step("earn", "mini.earn", writes: ["points"], duration: 11)
    item.edit { $0.depth = 1 }
    item.answer("POST", "\(mini)/api/points", 200)
    let slowest = round == 2 ? 8.0 : 3
    item.step(
      "seen", "web.member", sync: .since("earn", over: points),
      measurement: .made(points, RunBuilder.interval(slowest - 1, slowest), reads: 4))
    item.edit { $0.depth = 1 }
  }

  /// A flow with two steps of its own file.
  static func join(_ item: inout CaseBuilder) {
    item.step("join", "flows/join.yaml", outcome: nil, duration: 62)
    item.edit { ($0.kind, $0.platform) = (.flow, "") }
    item.step("register", "web.register", writes: ["member"])
    item.edit { ($0.depth, $0.place) = (1, RunBuilder.place(of: "id: register", in: Sources.join)) }
    item.answer("POST", "\(web)/api/members", 201)
    item.step(
      "login", "mini.login", sync: .since("register", over: member),
      measurement: .made(member, RunBuilder.interval(0.9, 2.1), reads: 14))
    item.edit { ($0.depth, $0.place) = (1, RunBuilder.place(of: "id: login", in: Sources.join)) }
    item.answer("POST", "\(mini)/api/login", 200)
  }

  /// The step `same`: one condition for each field, that the loader wrote.
  enum Parity {
    static let conditions = ["points", "level", "note"].map {
      "has(out.web.\($0)) == has(out.mini.\($0)) && out.web.\($0) == out.mini.\($0)"
    }

    static func shape(_ item: inout CaseBuilder) {
      let place = RunBuilder.place(of: "parity", in: item.source)
      item.edit { step in
        step.kind = .parity(reads: ["web", "mini"], entity: "member")
        step.platform = "web"
        for (position, field) in ["points", "level", "note"].enumerated() {
          step.expectations[position].field = field
          step.expectations[position].place = place
        }
      }
    }

    /// The other side's answer, and what both gave.
    static func second(_ item: inout CaseBuilder, points: Int64, level: String) {
      item.answer("GET", "\(mini)/api/member", 200)
      guard case .completed(let second) = item.events.removeLast().kind,
        case .completed(var both) = item.events.removeLast().kind
      else { return }
      both.exchanges += second.exchanges
      both.output = [
        "web": ["points": 50, "level": "silver", "note": "tea"],
        "mini": ["points": .int(points), "level": .string(level)],
      ]
      item.events.append(Event(at: RunBuilder.at(100), kind: .completed(both)))
    }
  }
}
