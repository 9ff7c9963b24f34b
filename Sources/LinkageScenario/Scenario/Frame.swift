import CEL
import LinkageCore

/// Where the steps of one file stand in a scenario: those of the scenario itself, or those of a flow
/// for the step that uses it.
struct Frame {
  /// Who acts in a step that names nobody.
  enum Actor {
    case nobody
    case someone(key: String, fields: [String: StaticType])
    /// An actor that cannot be told, or is not known until the flow is used.
    case unknown
  }

  /// What stands before the names of its own actors in their keys.
  var path = ""
  var actor = Actor.nobody
  /// The flows that are being used, the outermost first.
  var flows: [String] = []
  /// What expressions see of the step that uses the flow; `nil` in a scenario.
  var inputs: Shape?

  var isFlow: Bool { inputs != nil }
}
