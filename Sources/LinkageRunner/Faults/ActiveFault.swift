import LinkageCore
import Values

/// A fault that is on, or may be, and all that it takes to take it off.
struct ActiveFault: Sendable {
  let step: StepReference
  /// After how long it heals by itself.
  let length: Nanoseconds?
  let off: OperationCall
  let setting: JourneySetting

  /// What came of taking it off, and which read of its step that is.
  struct Healed: Sendable {
    var reference: ReadReference
    var performed: Performed

    var isOff: Bool { performed.outcome == .ok && performed.notRunnable == nil }
  }

  /// Takes it off and writes that down with the step that put it on.
  func takeOff(attempt: Int) async -> Healed {
    let inputs = setting.masker.mask(.map(off.inputs))
    setting.record(
      .invoked(Invocation(step: step, read: attempt, planned: nil, inputs: inputs)))
    var performed = await off.perform().performed
    if let failure = performed.notRunnable {
      performed.outcome = .unexpected(status: 0, detail: failure.problem)
    }
    setting.recordCompletion(step, read: attempt, performed, conditions: [])
    return Healed(reference: ReadReference(step: step, read: attempt), performed: performed)
  }
}
