import LinkageCore
import Values

/// What kind of step it is and which round, as data.
enum StepResults {
  static func kind(_ kind: Outline.Step.Kind) -> String {
    switch kind {
    case .operation: "operation"
    case .parity: "parity"
    case .together: "together"
    case .flow: "flow"
    case .fault: "fault"
    case .heal: "heal"
    case .clock: "clock"
    }
  }

  static func round(_ round: Round) -> Value {
    .object([
      ("number", .count(round.number)), ("count", .count(round.count)),
      ("everyMs", round.every.map(Value.milliseconds)),
    ])
  }
}
