import CEL
import LinkageCore
import LinkageScenario
import Values

/// Short ways to write the parts of a plan.
enum Make {
  static let place = Place(path: "plan.yaml", line: 1, column: 1, length: 1)

  static func cel(_ source: String) throws -> Located {
    Located(expression: try Expression(source), place: place)
  }

  /// `${ … }` alone takes its value with its type; other text is constant.
  static func template(_ text: String) throws -> Template {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return .constant(.string(text)) }
    return .value(try cel(String(text.dropFirst(2).dropLast())))
  }

  static func entries(_ pairs: KeyValuePairs<String, String>) throws -> [Template.Entry] {
    try pairs.map { Template.Entry(key: $0.key, value: try template($0.value)) }
  }

  static func named(_ pairs: KeyValuePairs<String, String>) throws -> [NamedExpression] {
    try pairs.map { NamedExpression(name: $0.key, located: try cel($0.value)) }
  }

  static func request(
    _ method: String = "GET", _ path: String, on platform: String = "web",
    query: KeyValuePairs<String, String> = [:], headers: KeyValuePairs<String, String> = [:],
    body: RequestTemplate.Body = .none, follow: Int = 0,
    lets: KeyValuePairs<String, String> = [:], errors: KeyValuePairs<String, String> = [:],
    ok: String? = nil, out: KeyValuePairs<String, String> = [:],
    session: KeyValuePairs<String, String> = [:]
  ) throws -> RequestTemplate {
    RequestTemplate(
      method: method, platform: platform, path: .constant(.string(path)),
      query: try entries(query), headers: try entries(headers), body: body, follow: follow,
      timeout: .seconds(300), basic: nil, lets: try named(lets), errors: try named(errors),
      ok: try ok.map(cel), out: try named(out), session: try named(session), place: place)
  }

  static func operation(
    _ name: String, _ requests: [RequestTemplate], inputs: [Field] = [], outputs: [Field] = [],
    errors: [String]? = nil, isWrite: Bool = false
  ) -> Operation {
    Operation(
      name: name, platform: requests.first?.platform ?? "web", requests: requests,
      inputs: inputs, outputs: outputs, errors: errors, reads: [], writes: [], isWrite: isWrite,
      probeSpacing: nil)
  }

  static func field(_ name: String, _ type: FieldType, optional: Bool = false) -> Field {
    Field(name: name, type: type, isOptional: optional)
  }

  static func step(
    _ id: String, _ operation: Operation, as actor: String? = nil,
    with: KeyValuePairs<String, String> = [:], expect: [String] = [], since: [String] = [],
    within: Nanoseconds = .seconds(10), stays: Nanoseconds? = nil,
    lets: KeyValuePairs<String, String> = [:], when: String? = nil, fails: String? = nil,
    soft: Bool = false, finally: Bool = false
  ) throws -> Step {
    try step(
      id, .operation(operation), as: actor, with: with, expect: expect, since: since,
      within: within, stays: stays, lets: lets, when: when, fails: fails, soft: soft,
      finally: finally)
  }

  static func step(
    _ id: String, _ body: StepBody, as actor: String? = nil,
    with: KeyValuePairs<String, String> = [:], expect: [String] = [], since: [String] = [],
    within: Nanoseconds = .seconds(10), stays: Nanoseconds? = nil,
    lets: KeyValuePairs<String, String> = [:], when: String? = nil, fails: String? = nil,
    soft: Bool = false, finally: Bool = false
  ) throws -> Step {
    let sync = Sync(
      since: since, entity: nil, until: [], within: within, slo: nil, hold: nil, spacing: nil,
      stopIf: nil)
    return Step(
      id: id, place: place, body: body, actor: actor, with: try entries(with),
      expect: try expect.map(cel), sync: since.isEmpty ? nil : sync, stays: stays,
      lets: try named(lets), when: try when.map(cel), fails: fails, isSoft: soft,
      isFinally: finally)
  }

  /// One step as many times as it is repeated.
  static func rounds(_ count: Int, every: Nanoseconds? = nil, _ step: Step) -> [Step] {
    (1...count).map { number in
      step.with(round: Round(number: number, count: count, every: every))
    }
  }

  static func actor(_ name: String, _ fields: KeyValuePairs<String, String> = [:]) throws
    -> Scenario.Actor
  {
    Scenario.Actor(name: name, fields: try entries(fields))
  }

  static func scenario(
    _ id: String = "journey", row: Row? = nil, sample: Int? = nil, exclusive: [String] = [],
    actors: [Scenario.Actor] = [], target: Target, _ steps: [Step]
  ) -> Scenario {
    Scenario(
      id: id, place: place, title: LocalizedText(id), priority: nil, tags: [], row: row,
      sample: sample, exclusive: exclusive, actors: actors, target: target,
      steps: StepNumbers.set(on: steps))
  }
}
