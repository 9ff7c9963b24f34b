import CEL
import LinkageCore
import Values

extension Journey {
  /// Steps in order; the reason of the one that ended the sequence, `nil` when none did.
  mutating func run(_ steps: some Collection<Step> & Sendable) async -> StepEnd.Reason? {
    for place in steps.indices {
      if Task.isCancelled { return .interrupted }
      let reason = await perform(steps[place])
      if endsJourney(reason, steps[place]) { return reason }
    }
    return nil
  }

  func endsJourney(_ reason: StepEnd.Reason, _ step: Step) -> Bool {
    switch reason {
    case .satisfied, .skipped: false
    case .interrupted: true
    default: !step.isSoft
    }
  }

  /// Does one step, whatever its kind, and says how it ended.
  mutating func perform(_ step: Step) async -> StepEnd.Reason {
    await waitForRound(of: step)
    if Task.isCancelled { return .interrupted }
    setNow()
    let round = frame.enter(step.round)
    defer { frame.leave(round) }
    switch prepare(step) {
    case .over(let reason):
      return passOver(step, reason)
    case .ready(let inputs):
      return await carryOut(step, inputs)
    }
  }

  /// Ends a step of which nothing was sent.
  mutating func passOver(_ step: Step, _ reason: StepEnd.Reason) -> StepEnd.Reason {
    if reason == .skipped(.when), step.isNamed, frame.scope[step.id] == nil {
      frame.learn(step.id, SkippedStep.record)
    }
    frame.finish(step)
    return end(step, reason)
  }

  /// Does a step whose inputs are known.
  mutating func carryOut(_ step: Step, _ inputs: ValueMap) async -> StepEnd.Reason {
    await openSessions(for: step)
    if step.round != nil { frame.roundStarts[step.id] = transport.now() }
    let reason = await StepKinds.kind(of: step).perform(step, inputs, &self)
    frame.finish(step)
    return end(step, reason)
  }

  /// From one start to the next; a round that is late begins at once.
  private func waitForRound(of step: Step) async {
    guard let round = step.round, round.number > 1, let every = round.every,
      let last = frame.roundStarts[step.id]
    else { return }
    await transport.sleep(until: last + every)
  }
}
