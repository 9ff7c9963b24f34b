import CEL
import LinkageCore
import Values

/// A made-up plan with every kind of step.
enum Journeys {
  static let title = LocalizedText(english: "Points on both sides", chinese: "两端的积分")

  static func plan(title: LocalizedText = title) throws -> Plan {
    let scenarios = try ["gold", "silver"].map { try scenario($0, title) }
    return Plan(
      scenarios: scenarios, contract: nil,
      outline: Outline(
        target: "staging",
        platforms: [
          platform("web", "Website", "网站"), platform("mini", "Mini-program", "小程序"),
          platform("ops", "OPS", "OPS"),
        ], cases: scenarios.map(outline), entities: [], sources: []))
  }

  private static let place = Place(path: "points.yaml", line: 1, column: 1, length: 1)

  private static func platform(
    _ name: String, _ english: String, _ chinese: String
  ) -> Outline.Platform {
    Outline.Platform(
      name: name, title: LocalizedText(english: english, chinese: chinese), base: "http://\(name)")
  }

  private static func scenario(_ level: String, _ title: LocalizedText) throws -> Scenario {
    Scenario(
      id: "points", place: place,
      title: title, priority: "P0",
      tags: ["points", "smoke"],
      row: Row(label: "level=\(level)", values: ["level": .string(level)]),
      actors: [
        Scenario.Actor(
          name: "alice",
          fields: [
            .init(key: "phone", value: .value(try located("fake.phone()"))),
            .init(key: "level", value: .value(try located("row.level"))),
          ]), Scenario.Actor(name: "guest", fields: []),
      ],
      target: Target(name: "staging", platforms: [], allowsWrites: true, accounts: []),
      steps: try steps())
  }

  // MARK: Steps

  private static func steps() throws -> [Step] {
    [
      Step(
        id: "earn", place: place, position: 0,
        body: .operation(operation("web.earn", writes: ["points"])), actor: "alice",
        with: [
          .init(key: "amount", value: .constant(.int(50))),
          .init(key: "reason", value: .text([.literal("for "), .value(try located("row.level"))])),
        ], expect: [try located("out.points == 50"), try located("out.level ==\n  row.level")],
        lets: [NamedExpression(name: "total", located: try located("out.points"))],
        when: try located("row.level != 'none'"), mayFail: ["limit", "closed"], isSoft: true),
      Step(
        id: "seen", place: place, position: 1,
        body: .operation(operation("mini.points", reads: ["points"])), actor: "alice",
        expect: [try located("out.points == total")],
        sync: Sync(
          since: ["earn"], entity: "points", until: [try located("out.points > 0")],
          within: .seconds(10), slo: .seconds(2), hold: .seconds(1), spacing: nil,
          stopIf: try located("http.status == 500"))),
      Step(
        id: "same", place: place, position: 2,
        body: .parity(
          Parity(
            entity: "points",
            reads: [
              .init(name: "web", operation: operation("web.points", reads: ["points"])),
              .init(name: "mini", operation: operation("mini.points", reads: ["points"])),
            ], fields: ["points", "level"])), actor: "alice",
        expect: try ["out.web.points == out.mini.points", "true", "out.web.level == 'gold'"]
          .map(located)),
      Step(
        id: "race", place: place, position: 3,
        body: .together([
          Step(
            id: "first", place: place, position: 4,
            body: .operation(operation("web.spend", writes: ["points", "ledger"])), actor: "alice"),
          Step(
            id: "second", place: place, position: 5,
            body: .operation(operation("mini.spend", writes: ["points"])), actor: "guest",
            fails: "not_enough_points"),
        ]), actor: nil),
      Step(
        id: "again", place: place, position: 6, body: .operation(operation("web GET /health")),
        actor: nil, round: Round(number: 1, count: 20, every: .milliseconds(50))),
      Step(
        id: "again", place: place, position: 7, body: .operation(operation("web GET /health")),
        actor: nil, round: Round(number: 2, count: 20, every: .milliseconds(50))),
      Step(
        id: "quiet", place: place, position: 8, body: .operation(operation("ops.state")),
        actor: nil, expect: [try located("out.ok")], stays: .seconds(3)),
      Step(
        id: "member", place: place, position: 9,
        body: .flow(
          Flow(
            name: "close-account", place: place, inputs: [], actors: [],
            steps: [
              Step(
                id: "close", place: place, position: 10,
                body: .operation(operation("web.close", writes: ["member"])), actor: "alice")
            ], outputs: [])), actor: "alice"),
      Step(
        id: "finally 1 web.delete", place: place, position: 11,
        body: .operation(operation("web.delete", writes: ["member"])), actor: "alice",
        isFinally: true),
    ]
  }

  private static func operation(
    _ name: String, reads: [String] = [], writes: [String] = []
  ) -> LinkageCore.Operation {
    let platform = String(name.prefix { $0 != "." && $0 != " " })
    return LinkageCore.Operation(
      name: name, platform: platform, requests: [], inputs: [], outputs: [], errors: nil,
      reads: reads, writes: writes, isWrite: !writes.isEmpty, probeSpacing: nil)
  }

  private static func located(_ text: String) throws -> Located {
    Located(expression: try Expression(text), place: place)
  }

  // MARK: Outline

  private static func outline(_ scenario: Scenario) -> Outline.Case {
    Outline.Case(
      id: scenario.id, place: scenario.place, title: scenario.title, priority: scenario.priority,
      tags: scenario.tags, row: scenario.row?.label, actors: scenario.actors.map(\.name),
      steps: scenario.allSteps.map(step))
  }

  private static func step(_ step: Step) -> Outline.Step {
    Outline.Step(
      id: step.id, place: step.place, operation: step.operations.first?.name ?? "",
      platform: step.operations.first?.platform ?? "", actor: step.actor, isWrite: false,
      reads: [], writes: [], expectations: [],
      sync: step.sync.map { sync in
        Outline.Sync(
          since: sync.since, writes: [0],
          link: Link(entity: sync.entity, from: "web", to: "mini"), within: sync.within,
          slo: sync.slo, promised: .seconds(1), hold: sync.hold)
      }, fails: step.fails, mayFail: step.mayFail, isSoft: step.isSoft, isFinally: step.isFinally)
  }
}
