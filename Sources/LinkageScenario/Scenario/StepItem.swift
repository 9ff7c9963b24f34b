/// A step as it stands in its file, with an id.
struct StepItem {
  var node: YAMLNode
  var id: String
  /// Where the file gives the id; `nil` for a step without.
  var idNode: YAMLNode?
  var isFinally: Bool
  /// The steps that run together in it.
  var children: [StepItem] = []

  /// It, then those inside it.
  var all: [StepItem] { [self] + children.flatMap(\.all) }

  /// The part of an actor's key that stands for the step: without the separator of such keys.
  var keyPart: String { id.replacing("/", with: ":") }
}
