import CEL
package import LinkageCore

/// Makes from the steps of a scenario, and those inside them, what a stored run remembers.
package struct OutlineSteps {
  private let contract: Contract?

  package init(contract: Contract?) { self.contract = contract }

  package func all(_ steps: [Step]) -> [Outline.Step] {
    all(steps, depth: 0, outer: nil)
  }

  /// The ids of a `sync` are those of the steps beside it, or of those that it stands inside of.
  private func all(_ steps: [Step], depth: Int, outer: NamedSteps?) -> [Outline.Step] {
    if steps.isEmpty { return [] }
    let known = NamedSteps(steps.flatMap(Self.named), outer: outer)
    return steps.flatMap { step in
      let isFlow = if case .flow = step.body { true } else { false }
      return [self.step(step, depth: depth, among: known)]
        + all(step.children, depth: depth + 1, outer: isFlow ? nil : known)
    }
  }

  /// A step, with those that run together in it.
  private static func named(_ step: Step) -> [Step] {
    if case .together(let steps) = step.body { [step] + steps } else { [step] }
  }

  private func step(_ step: Step, depth: Int, among known: NamedSteps) -> Outline.Step {
    let operations = step.operations
    return Outline.Step(
      id: step.id, place: step.place, kind: kind(step.body), depth: depth, round: step.round,
      operation: operation(step.body), platform: operations.first?.platform ?? "",
      actor: step.actor,
      isWrite: !step.body.changesSystem && operations.contains(where: \.isWrite),
      reads: [String]().merging(operations.flatMap(\.reads)),
      writes: [String]().merging(operations.flatMap(\.writes)), expectations: expectations(step),
      sync: step.sync.map { sync($0, of: step, among: known) }, stays: step.stays,
      fails: step.fails, mayFail: step.mayFail, isSoft: step.isSoft, isFinally: step.isFinally,
      lists: lists(operations), deletes: deletes(operations), effects: effects(operations))
  }

  /// Reads that go out together have none.
  private func effects(_ operations: [Operation]) -> Contract.Effects? {
    operations.first.flatMap { $0.effects.isEmpty ? nil : $0.effects }
  }

  private func deletes(_ operations: [Operation]) -> [String]? {
    let deletes = [String]().merging(operations.flatMap(\.deletes))
    return deletes.isEmpty ? nil : deletes
  }

  private func lists(_ operations: [Operation]) -> [String: String]? {
    var lists: [String: String] = [:]
    for field in operations.flatMap(\.outputs) {
      if let entity = field.element { lists[field.name] = entity }
    }
    return lists.isEmpty ? nil : lists
  }

  private func kind(_ body: StepBody) -> Outline.Step.Kind {
    switch body {
    case .operation: .operation
    case .parity(let parity): .parity(reads: parity.reads.map(\.name), entity: parity.entity)
    case .together: .together
    case .flow: .flow
    case .fault(let fault): .fault(link: fault.link, type: fault.type, length: fault.length)
    case .heal(let heal): .heal(faults: heal.faults)
    case .clock(let clock): .clock(advance: clock.advance)
    }
  }

  private func operation(_ body: StepBody) -> String {
    switch body {
    case .operation(let operation): operation.name
    case .parity(let parity):
      (["parity"] + [parity.entity].compactMap { $0 }).joined(separator: " ")
    case .together: "together"
    case .flow(let flow): flow.name
    case .fault(let fault): fault.name
    case .heal(let heal): heal.name
    case .clock: ClockAction.name
    }
  }

  /// `until`, then `expect`: the order in which a run evaluates them.
  private func expectations(_ step: Step) -> [Outline.Expectation] {
    var fields: [String] = []
    if case .parity(let parity) = step.body { fields = parity.fields }
    let untils = (step.sync?.until ?? []).map { expectation($0, isUntil: true, field: nil) }
    let expects = step.expect.enumerated().map { index, located in
      expectation(
        located, isUntil: false, field: fields.indices.contains(index) ? fields[index] : nil)
    }
    return untils + expects
  }

  private func expectation(
    _ located: Located, isUntil: Bool, field: String?
  ) -> Outline.Expectation {
    Outline.Expectation(
      text: located.expression.source, place: located.place, isUntil: isUntil, field: field)
  }

  private func sync(_ sync: Sync, of step: Step, among known: NamedSteps) -> Outline.Sync {
    let entity = contract?.entities.first { $0.name == sync.entity }
    let since = known.steps(named: sync.since)
    let writes = since.flatMap(\.acknowledging)
    // What moves the system's clock starts the wait, and no change comes from there.
    let from =
      (writes.last { !$0.operations.isEmpty && !$0.body.changesSystem }
      ?? writes.last { !$0.operations.isEmpty })?.operations.first?.platform
    let platforms = step.operations.map(\.platform)
    let to = platforms.first { $0 != from } ?? platforms.first ?? ""
    return Outline.Sync(
      since: sync.since, writes: writes.map(\.position),
      link: Link(entity: sync.entity, from: from ?? to, to: to),
      within: sync.within, slo: sync.slo, promised: entity?.slo, hold: sync.hold,
      stopIf: sync.stopIf?.expression.source)
  }
}
