import LinkageCore
import Values

/// Failures in steps that stand inside one another, are repeated, compare or must stay.
extension SampleRuns {
  static var broken: JudgedRun {
    var run = RunBuilder()
    run.judgement = .fail
    run.sources = [Sources.join]
    differing(0).add(to: &run, .failed, until: 10_420, row: "side=web")
    differing(1, inTime: true).add(to: &run, .failed, until: 31, row: "side=mini")
    inFlow(2).add(to: &run, .failed, until: 80)
    inRounds(3).add(to: &run, .failed, until: 1_200)
    notStaying(4).add(to: &run, .failed, until: 4_000)
    flickering(5).add(to: &run, .failed, until: 900)
    return run.run
  }

  private static func together(_ number: Int, _ id: String, _ title: LocalizedText) -> CaseBuilder {
    CaseBuilder(source: Sources.together, id: id, title: title, number: number)
  }

  private static func differing(_ number: Int, inTime: Bool = false) -> CaseBuilder {
    var item = together(
      number, "profile-parity",
      LocalizedText(english: "One profile on both sides", chinese: "两端资料一致"))
    let measured = Measurement.made(member, RunBuilder.interval(10_001, nil), reads: 96)
    item.step("edit", "web.editMember", writes: ["member"])
    item.step(
      "same", "parity member", expecting: Parity.conditions,
      sync: inTime ? nil : .since("edit", over: member), status: .failed,
      measurement: inTime ? nil : measured)
    Parity.shape(&item)
    item.answer("GET", "\(web)/api/member", 200)
    let long = "silver, as agreed with the member on the telephone on "
    Parity.second(&item, points: 0, level: inTime ? "silver" : long + "Tuesday")
    for (position, field) in [(0, "points"), (1, "level"), (2, "note")] {
      if inTime && position != 0 { continue }
      let values: [Value] =
        position == 1 ? [.string(long + "Monday"), .string(long + "Tuesday")] : []
      let parts = zip(["web", "mini"], values).map {
        Condition.Part.of("out.\($0).\(field)", in: Parity.conditions[position], $1)
      }
      item.finding(
        .fieldMismatch, expectation: position,
        condition: Condition(holds: false, parts: parts, problem: nil),
        measurement: inTime ? nil : measured)
    }
    return item
  }

  private static func inFlow(_ number: Int) -> CaseBuilder {
    var item = together(
      number, "join-first", LocalizedText(english: "Join first", chinese: "先入会"))
    join(&item)
    item.verdicts[0].status = .failed
    item.verdicts[2].status = .failed
    item.finding(.refused, outcome: .refused(error: "not_registered"))
    return item
  }

  /// Every third round fails; then a flow fails in its second round.
  private static func inRounds(_ number: Int) -> CaseBuilder {
    var item = together(
      number, "earn-often", LocalizedText(english: "Earn often", chinese: "多次赚积分"))
    let condition = "out.total == 50"
    for round in 1...20 {
      let fails = round % 3 == 0
      item.step(
        "earn", "mini.earn", expecting: [condition], status: fails ? .failed : .passed)
      item.edit { $0.round = Round(number: round, count: 20, every: nil) }
      item.answer("POST", "\(mini)/api/points", 200)
      guard fails else { continue }
      item.finding(
        .expectationNotMet, expectation: 0,
        condition: Condition(
          holds: false, parts: [.of("out.total", in: condition, .int(Int64(round)))],
          problem: nil))
    }
    for round in 1...2 {
      item.step("often", "flows/join.yaml", status: round == 2 ? .failed : .passed, outcome: nil)
      item.edit { ($0.kind, $0.platform) = (.flow, "") }
      item.edit { $0.round = Round(number: round, count: 2, every: nil) }
      item.step("login", "mini.login", status: round == 2 ? .failed : .passed)
      item.edit { ($0.depth, $0.place) = (1, RunBuilder.place(of: "id: login", in: Sources.join)) }
    }
    item.finding(.refused, outcome: .refused(error: "locked"))
    return item
  }

  private static func notStaying(_ number: Int) -> CaseBuilder {
    var item = together(
      number, "stays-quiet", LocalizedText(english: "Stays quiet", chinese: "保持不变"))
    let condition = "out.points == 50"
    item.step("quiet", "mini.member", expecting: [condition], status: .failed)
    item.edit { $0.stays = RunBuilder.ms(3_000) }
    item.answer("GET", "\(mini)/api/member", 200)
    item.finding(
      .expectationNotMet, expectation: 0,
      condition: Condition(
        holds: false, parts: [.of("out.points", in: condition, 0)], problem: nil),
      held: RunBuilder.ms(1_204), goneBy: RunBuilder.ms(1_271.3))
    item.step("locked", "mini.login", fails: "locked", status: .failed)
    item.edit { $0.stays = RunBuilder.ms(3_000) }
    item.answer("POST", "\(mini)/api/login", 200, "{}")
    item.finding(.notRefused, outcome: .ok, held: .zero, goneBy: RunBuilder.ms(870))
    item.step("same", "web.member", expecting: [condition], status: .failed)
    item.edit { $0.stays = RunBuilder.ms(1_000) }
    item.finding(
      .expectationNotMet, expectation: 0,
      condition: Condition(
        holds: nil, parts: [], problem: "there is no key \"points\", the map is empty"),
      held: .zero)
    return item
  }

  private static func flickering(_ number: Int) -> CaseBuilder {
    var item = together(
      number, "flicker", LocalizedText(english: "Flicker", chinese: "时有时无"))
    for (name, stable) in [
      ("seen", RunBuilder.interval(120, 131.4)), ("same", RunBuilder.interval(1_038, nil)),
    ] {
      item.step("earn", "mini.earn", writes: ["points"])
      var measured = Measurement.made(points, RunBuilder.interval(38.2, 41.07), reads: 90)
      measured.stable = stable
      item.step(
        name, "web.member", sync: .since("earn", over: points), status: .failed,
        measurement: measured)
      item.answer("GET", "\(web)/api/member", 200, at: 1_140)
      item.finding(.flickered, measurement: measured)
    }
    return item
  }
}
