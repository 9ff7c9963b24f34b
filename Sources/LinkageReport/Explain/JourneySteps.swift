import CEL
import LinkageCore
import Values

/// Tells the steps of a scenario.
struct JourneySteps {
  private let scenario: Scenario
  private let outline: Outline.Case
  private let titles: [String: String]
  private let words: any JourneyWords

  init(plan: Plan, scenario: Int, language: Language) {
    self.scenario = plan.scenarios[scenario]
    outline = plan.outline.cases[scenario]
    titles = Dictionary(
      plan.outline.platforms.map { ($0.name, $0.title[language]) },
      uniquingKeysWith: { first, _ in first })
    words = language.journeyWords
  }

  var main: [JourneyStep] { told(scenario.steps.filter { !$0.isFinally }) }
  /// Flows clean up after the scenario does, the flow begun last first.
  var cleanUp: [JourneyStep] {
    told(scenario.steps.filter(\.isFinally))
      + cleanUps(in: scenario.steps, of: "").reversed().flatMap(\.self)
  }

  private func cleanUps(in steps: [Step], of path: String) -> [[JourneyStep]] {
    steps.filter { ($0.round?.number ?? 1) == 1 }.flatMap { step -> [[JourneyStep]] in
      guard case .flow = step.body else { return cleanUps(in: step.inner, of: path) }
      let path = "\(path)\(title(of: step)) › "
      let own = told(step.cleanUp).map {
        JourneyStep(title: path + $0.title, sentences: $0.sentences, children: $0.children)
      }
      return cleanUps(in: step.inner, of: path) + (own.isEmpty ? [] : [own])
    }
  }

  /// A step that is repeated is told once.
  private func told(_ steps: [Step]) -> [JourneyStep] {
    steps.filter { ($0.round?.number ?? 1) == 1 }.map { step in
      JourneyStep(
        title: title(of: step), sentences: sentences(step).compactMap(\.self),
        children: told(step.inner))
    }
  }

  /// An id that the loader made up names a position and the operation; the position stands before
  /// it anyway.
  private func title(of step: Step) -> String {
    let id = step.id.hasPrefix("finally ") ? step.id.dropFirst(8) : step.id[...]
    let number = id.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard !number.isEmpty, id.dropFirst(number.count).hasPrefix(" ") else { return step.id }
    return String(id.dropFirst(number.count + 1))
  }

  private func sentences(_ step: Step) -> [String?] {
    [step.when.map { words.when(source($0)) }] + action(step)
      + [
        given(step).isEmpty
          ? nil : words.inputs(given(step).map { ($0.key, TemplateText.text($0.value)) }),
        step.round.map { words.rounds($0.count, every: $0.every) },
      ] + wait(step) + outcome(step)
  }

  /// What a fault and a clock are given is told by what they do, but for what limits the fault.
  private func given(_ step: Step) -> [Template.Entry] {
    guard step.body.changesSystem else { return step.with }
    return step.with.filter { entry in
      if case .constant(let value) = entry.value, value.mapValue?.isEmpty == true { return false }
      return !["link", "type", "ms"].contains(entry.key)
    }
  }

  // MARK: What is done

  private func action(_ step: Step) -> [String?] {
    let actor = step.actor.map(name)
    switch step.body {
    case .operation(let operation): return self.operation(operation, by: actor)
    case .parity(let parity):
      let reads = parity.reads.map { ($0.operation.name, title($0.operation.platform)) }
      let fields = parity.fields.isEmpty ? nil : words.sameFields(parity.fields)
      return [words.parity(parity.entity, of: actor, reads: reads), fields]
    case .together: return [words.together()]
    case .flow(let flow): return [words.flow(flow.name, by: actor)]
    case .fault(let fault):
      return [words.fault(fault.type, link: fault.link), fault.length.map(words.healsAfter)]
    case .heal(let heal): return [words.heals(heal.faults)]
    case .clock(let clock): return [words.clock(clock.advance)]
    }
  }

  private func operation(_ operation: Operation, by actor: String?) -> [String?] {
    let platform = title(operation.platform)
    // A request that the scenario writes itself is named `web GET /health`.
    guard let space = operation.name.firstIndex(of: " ") else {
      return [
        words.operation(operation.name, by: actor, on: platform),
        words.effect(reads: operation.reads, writes: operation.writes),
      ]
    }
    let request = String(operation.name[operation.name.index(after: space)...])
    return [words.request(request, by: actor, to: platform)]
  }

  // MARK: What is waited for

  private func wait(_ step: Step) -> [String?] {
    guard let sync = step.sync, outline.steps.indices.contains(step.position),
      let outlined = outline.steps[step.position].sync
    else { return [step.stays.map(words.stays)] }
    let link = outlined.link
    return [
      words.waits(
        for: sync.since, entity: link.entity, from: title(link.from), to: title(link.to)),
      sync.until.isEmpty ? nil : words.arrives(sync.until.map(source)),
      words.limits(within: sync.within, slo: sync.slo, promised: outlined.promised),
      sync.hold.map(words.hold), sync.stopIf.map { words.stopIf(source($0)) },
      step.stays.map(words.stays),
    ]
  }

  // MARK: What must hold

  private func outcome(_ step: Step) -> [String?] {
    let expected = step.expect.dropFirst(comparisons(step)).map(source)
    return [
      expected.isEmpty ? nil : words.mustHold(expected), step.fails.map(words.fails),
      step.mayFail.isEmpty ? nil : words.mayFail(step.mayFail),
      step.isSoft ? words.soft() : nil,
      step.lets.isEmpty ? nil : words.lets(step.lets.map { ($0.name, source($0.located)) }),
    ]
  }

  /// The first expectations of a parity compare its fields, which are told already.
  private func comparisons(_ step: Step) -> Int {
    if case .parity(let parity) = step.body { parity.fields.count } else { 0 }
  }

  private func source(_ located: Located) -> String {
    located.expression.source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func title(_ platform: String) -> String { titles[platform] ?? platform }

  /// The name of the actor with this key; an account of the target is called by its own.
  private func name(_ key: String) -> String {
    scenario.actors.first { $0.key == key }?.name ?? key
  }
}
