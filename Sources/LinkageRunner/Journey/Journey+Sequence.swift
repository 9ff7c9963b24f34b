import CEL
import LinkageCore
import Values

extension Journey {
  /// Steps in order; the reason of the one that ended the sequence, `nil` when none did.
  mutating func run(_ steps: ArraySlice<Step>) async -> StepEnd.Reason? {
    for step in steps {
      if Task.isCancelled { return .interrupted }
      let reason = await perform(step)
      if endsJourney(reason, step) { return reason }
    }
    return nil
  }

  @inline(never)
  func endsJourney(_ reason: StepEnd.Reason, _ step: Step) -> Bool {
    switch reason {
    case .satisfied, .skipped: false
    case .interrupted: true
    default: !step.isSoft
    }
  }

  /// Does one step, whatever its kind, and says how it ended.
  @inline(never)
  mutating func perform(_ step: Step) async -> StepEnd.Reason {
    if step.isRound { await waitForRound(of: step) }
    if Task.isCancelled { return .interrupted }
    let outer = enter(step)
    var reason = StepEnd.Reason.satisfied
    if let inputs = inputs(of: step, orEnd: &reason) { reason = await carryOut(step, inputs) }
    frame.leave(outer)
    return reason
  }

  @inline(never)
  private mutating func enter(_ step: Step) -> Value? {
    setNow()
    return frame.enter(step.round)
  }

  /// What the step is done with; `nil` where it is over, and why.
  @inline(never)
  private mutating func inputs(of step: Step, orEnd reason: inout StepEnd.Reason) -> ValueMap? {
    switch prepare(step) {
    case .over(let end):
      reason = passOver(step, end)
      return nil
    case .ready(let inputs):
      return inputs
    }
  }

  /// Ends a step of which nothing was sent.
  @inline(never)
  mutating func passOver(_ step: Step, _ reason: StepEnd.Reason) -> StepEnd.Reason {
    if reason == .skipped(.when), step.isNamed, frame.scope[step.id] == nil {
      frame.learn(step.id, SkippedStep.record)
    }
    frame.finish(step)
    return end(step, reason)
  }

  /// Does a step whose inputs are known.
  @inline(never)
  mutating func carryOut(_ step: Step, _ inputs: ValueMap) async -> StepEnd.Reason {
    await openSessions(for: step)
    if step.isRound { startRound(of: step) }
    return finish(step, await StepKinds.kind(of: step).perform(step, inputs, &self))
  }

  @inline(never)
  private mutating func startRound(of step: Step) {
    frame.roundStarts[step.id] = transport.now()
  }

  @inline(never)
  private mutating func finish(_ step: Step, _ reason: StepEnd.Reason) -> StepEnd.Reason {
    frame.finish(step)
    return end(step, reason)
  }

  /// From one start to the next; a round that is late begins at once.
  @inline(never)
  private mutating func waitForRound(of step: Step) async {
    guard let round = step.round, round.number > 1, let every = round.every,
      let last = frame.roundStarts[step.id]
    else { return }
    await transport.sleep(until: last + every)
  }
}

extension Step {
  /// Whether it is one of several rounds.
  @inline(never) fileprivate var isRound: Bool { round != nil }
}
