import LinkageCore
import Values

/// Breaks something of the system, until a later step, its length or the end of the journey heals it.
struct FaultStep: StepKind {
  func applies(to step: Step) -> Bool {
    if case .fault = step.body { true } else { false }
  }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    guard case .fault(let action) = step.body, let fault = action.fault else {
      return .unsatisfied
    }
    let prepared: Prepared
    do throws(FillFailure) {
      prepared = try prepare(step, action, fault, inputs, journey)
    } catch {
      return error.reason
    }
    let single = SingleStep()
    let call = await single.begin(step, prepared.on, &journey).perform()
    if call.performed.mayHaveHappened {
      keep(prepared, fault, action, call.performed, step, journey)
    }
    return single.conclude(step, prepared.on, call, &journey)
  }

  /// What the two operations are handed; known before anything is broken.
  private struct Prepared {
    var given: ValueMap
    var on: ValueMap
    var off: ValueMap
  }

  private func prepare(
    _ step: Step, _ action: FaultAction, _ fault: Target.Fault, _ inputs: ValueMap,
    _ journey: Journey
  ) throws(FillFailure) -> Prepared {
    var given = inputs
    given["id"] = .string("\(journey.options.runID)-\(journey.index)-\(step.position)")
    if let length = action.length {
      given["lengthMs"] = .int(length.millisecondsRoundedUp)
    }
    return Prepared(
      given: given, on: try journey.inputs(of: fault.on, given: given),
      off: try journey.frame.filler.map(fault.off.with))
  }

  /// What took it on may have put out what takes it off.
  private func keep(
    _ prepared: Prepared, _ fault: Target.Fault, _ action: FaultAction, _ performed: Performed,
    _ step: Step, _ journey: Journey
  ) {
    var given = prepared.given
    for (key, value) in performed.output.mapValue ?? ValueMap() { given[key] = value }
    for (key, value) in prepared.off { given[key] = value }
    let reference = journey.reference(step)
    let off = OperationCall(
      operation: fault.off.operation, scope: journey.frame.scope,
      inputs: given.limited(to: fault.off.operation),
      sessions: journey.sessions[journey.actor(of: step)] ?? [:],
      transport: journey.transport.serving(reference), setting: journey.setting)
    journey.setting.faults.add(
      ActiveFault(step: reference, length: action.length, off: off, setting: journey.setting))
  }
}

extension Performed {
  /// Whether it happened, or nobody knows that it did not.
  fileprivate var mayHaveHappened: Bool {
    guard notRunnable == nil else { return !exchanges.isEmpty }
    switch outcome {
    case .ok, .unknown, .unexpected: return true
    case .refused, .unreachable: return false
    }
  }
}
