package import LinkageCore

/// Gives every step its position in the outline: a step, then those inside it.
package enum StepNumbers {
  package static func set(on steps: [Step]) -> [Step] {
    var next = 0
    return numbered(steps, &next)
  }

  private static func numbered(_ steps: [Step], _ next: inout Int) -> [Step] {
    steps.map { step in
      let position = next
      next += 1
      return step.with(position: position, body: numbered(step.body, &next))
    }
  }

  private static func numbered(_ body: StepBody, _ next: inout Int) -> StepBody {
    switch body {
    case .operation, .parity, .fault, .heal, .clock: return body
    case .together(let steps): return .together(numbered(steps, &next))
    case .flow(var flow):
      flow.steps = numbered(flow.steps, &next)
      return .flow(flow)
    }
  }
}
