import CEL
import LinkageCore

/// Numbers the steps of a plan made by hand, and makes its outline.
enum PlanOutline {
  static func numbered(_ steps: [Step]) -> [Step] {
    var next = 0
    return numbered(steps, &next)
  }

  private static func numbered(_ steps: [Step], _ next: inout Int) -> [Step] {
    steps.map { step in
      var step = step
      step.position = next
      next += 1
      switch step.body {
      case .operation, .parity: break
      case .together(let inside): step.body = .together(numbered(inside, &next))
      case .flow(var flow):
        flow.steps = numbered(flow.steps, &next)
        step.body = .flow(flow)
      }
      return step
    }
  }

  static func outline(of scenarios: [Scenario]) -> Outline {
    Outline(
      target: "tiny", platforms: [],
      cases: scenarios.map { scenario in
        Outline.Case(
          id: scenario.id, place: scenario.place, title: scenario.title, priority: nil, tags: [],
          row: scenario.row?.label, sample: scenario.sample, actors: [],
          steps: steps(scenario.steps, depth: 0, outer: []))
      }, entities: [], sources: [])
  }

  private static func steps(_ steps: [Step], depth: Int, outer: [Step]) -> [Outline.Step] {
    let known = outer + steps
    return steps.flatMap { step in
      [outline(step, depth, known)]
        + self.steps(step.children, depth: depth + 1, outer: known)
    }
  }

  private static func outline(_ step: Step, _ depth: Int, _ known: [Step]) -> Outline.Step {
    Outline.Step(
      id: step.id, place: step.place, kind: kind(step.body), depth: depth, round: step.round,
      operation: step.operations.first?.name ?? "", platform: "web", actor: step.actor,
      isWrite: step.operations.contains(where: \.isWrite), reads: [], writes: [],
      expectations: expectations(step), sync: step.sync.map { sync($0, known) },
      stays: step.stays, fails: step.fails, mayFail: step.mayFail, isSoft: step.isSoft,
      isFinally: step.isFinally)
  }

  private static func kind(_ body: StepBody) -> Outline.Step.Kind {
    switch body {
    case .operation: .operation
    case .parity(let parity): .parity(reads: parity.reads.map(\.name), entity: parity.entity)
    case .together: .together
    case .flow: .flow
    }
  }

  private static func expectations(_ step: Step) -> [Outline.Expectation] {
    var fields: [String] = []
    if case .parity(let parity) = step.body { fields = parity.fields }
    return step.expect.enumerated().map { index, located in
      Outline.Expectation(
        text: located.expression.source, place: located.place, isUntil: false,
        field: fields.indices.contains(index) ? fields[index] : nil)
    }
  }

  private static func sync(_ sync: Sync, _ known: [Step]) -> Outline.Sync {
    let writes = known.filter { sync.since.contains($0.id) }.flatMap(writes)
    return Outline.Sync(
      since: sync.since, writes: writes.map(\.position),
      link: Link(entity: nil, from: "web", to: "mini"), within: sync.within, slo: nil,
      promised: nil, hold: nil)
  }

  private static func writes(_ step: Step) -> [Step] {
    let all = leaves(step)
    let writing = all.filter { $0.operations.contains(where: \.isWrite) }
    return writing.isEmpty ? all : writing
  }

  private static func leaves(_ step: Step) -> [Step] {
    step.operations.isEmpty ? step.children.flatMap(leaves) : [step]
  }
}
