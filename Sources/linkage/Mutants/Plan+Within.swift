import LinkageCore

extension Plan {
  /// Waits at most so long for any change, so that what never comes does not take long.
  mutating func capWaits(at limit: Nanoseconds) {
    scenarios = scenarios.map { $0.with(steps: $0.steps.map { $0.capped(at: limit) }) }
    for index in outline.cases.indices {
      for step in outline.cases[index].steps.indices {
        guard let sync = outline.cases[index].steps[step].sync else { continue }
        outline.cases[index].steps[step].sync?.within = min(sync.within, limit)
      }
    }
    capEntities(at: limit)
  }

  /// What checkers hold for lost is no longer than what a step waits for.
  private mutating func capEntities(at limit: Nanoseconds) {
    for index in outline.entities.indices {
      outline.entities[index].within = min(outline.entities[index].within ?? limit, limit)
    }
    guard var entities = contract?.entities else { return }
    for index in entities.indices {
      entities[index].within = min(entities[index].within ?? limit, limit)
    }
    contract?.entities = entities
  }
}

extension Step {
  fileprivate func capped(at limit: Nanoseconds) -> Step {
    var capped = sync
    capped?.within = min(sync?.within ?? limit, limit)
    return with(body: body.capped(at: limit), sync: capped)
  }
}

extension StepBody {
  fileprivate func capped(at limit: Nanoseconds) -> StepBody {
    switch self {
    case .together(let steps): return .together(steps.map { $0.capped(at: limit) })
    case .flow(var flow):
      flow.steps = flow.steps.map { $0.capped(at: limit) }
      return .flow(flow)
    case .operation, .parity, .fault, .heal, .clock: return self
    }
  }
}
