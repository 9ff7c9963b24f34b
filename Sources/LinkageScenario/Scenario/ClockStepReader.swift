import CEL
import LinkageCore
import Values

/// Reads a step that moves the system's clock.
struct ClockStepReader {
  let step: StepReader
  let fields: Fields

  func read() -> StepRead? {
    guard
      let clock = Fields(fields["clock"], "clock", keys: ["advance"], reader: step.reader),
      clock.required("advance") != nil, let advance = clock.duration("advance")
    else { return nil }
    let ms = Template.Entry(key: "ms", value: .constant(.int(advance.millisecondsRoundedUp)))
    let action = ClockAction(
      advance: advance, action: step.scope.surroundings.target.model?.clock)
    let read = Step(
      id: step.item.id, place: step.place, body: .clock(action), actor: nil, with: [ms],
      isFinally: step.item.isFinally)
    let shape = step.record(["with": .any, "out": .any, "outcome": .value(.string)], fields)
    return StepRead(item: step.item, step: read, shape: shape, isPromised: false)
  }
}
