import LinkageCore
import Values

/// A read repeated for a while, in which all that is expected must hold every time.
///
/// Reads that failed say nothing; the first that does not hold ends it.
struct StaysStep: StepKind {
  func applies(to step: Step) -> Bool { step.stays != nil && step.sync == nil }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    let sessions = await journey.snapshot(of: step)
    var reading = StaysReading(
      step: step, inputs: inputs, call: journey.call(step, inputs, sessions: sessions))
    await reading.run(&journey)
    await journey.adopt(sessions, by: step, changed: reading.mayHaveSetCookies)
    if let failure = reading.notRunnable { return failure.reason }
    if let kept = reading.kept {
      do throws(FillFailure) {
        try journey.keep(kept, of: step, inputs: inputs)
      } catch {
        return error.reason
      }
    }
    return reading.reason
  }
}

/// One such repetition while it runs.
private struct StaysReading {
  let step: Step
  let inputs: ValueMap
  let call: StepCall

  /// The last read that answered, else the last.
  private(set) var kept: Performed?
  private(set) var notRunnable: FillFailure?
  private(set) var mayHaveSetCookies = false
  /// How it ends if nothing more is read.
  private(set) var reason = StepEnd.Reason.unsatisfied

  init(step: Step, inputs: ValueMap, call: StepCall) {
    self.step = step
    self.inputs = inputs
    self.call = call
  }

  /// Reads one after the other until the end, at which a last one is sent.
  mutating func run(_ journey: inout Journey) async {
    let length = step.stays ?? .zero
    let spacing = max(Nanoseconds(length.count / 50), journey.spacing(of: step))
    var planned = journey.transport.now()
    let end = planned + length
    var number = 0
    while await read(number, planned, &journey), planned < end {
      // Time that a slow answer took is not made up for by a burst of reads.
      planned = min(max(planned + spacing, journey.transport.now()), end)
      number += 1
      await journey.transport.sleep(until: planned)
      if Task.isCancelled {
        reason = .interrupted
        return
      }
    }
  }

  /// False when nothing more is to be read.
  private mutating func read(
    _ number: Int, _ planned: Instant, _ journey: inout Journey
  ) async -> Bool {
    journey.recordInvocation(step, read: number, planned: planned, inputs: inputs)
    let performed = await call.perform().performed
    let conditions = await LongWork.run(if: performed.isLong) {
      let conditions = journey.conditions(of: step, after: performed, inputs: inputs)
      journey.recordCompletion(step, read: number, performed, conditions: conditions)
      return conditions
    }
    mayHaveSetCookies = mayHaveSetCookies || performed.mayHaveSetCookies
    notRunnable = performed.notRunnable
    if performed.wasCancelled { reason = .interrupted }
    if notRunnable != nil || performed.wasCancelled { return false }
    return take(performed, conditions)
  }

  private mutating func take(_ performed: Performed, _ conditions: [Condition]) -> Bool {
    switch performed.outcome {
    case .ok, .refused:
      kept = performed
      let holds = step.isSatisfied(by: performed, conditions)
      reason = holds ? .satisfied : .unsatisfied
      return holds
    case .unknown, .unreachable, .unexpected:
      kept = kept ?? performed
      reason = .unsatisfied
      return true
    }
  }
}
