import CEL

/// What the expressions and steps of one thing use.
final class Mentions {
  private(set) var names: Set<String> = []
  /// Who acts in its steps.
  private(set) var actors: Set<String> = []
  /// `X` of each `with.X` that `has` does not ask for, in the order of the files.
  private(set) var requiredInputs: [String] = []
  private var optionalInputs: Set<String> = []
  /// `X` of each `inputs.X`.
  private var flowInputs: Set<String> = []
  /// Whether `inputs` is used as a whole.
  private var usesAllFlowInputs = false

  func usesFlowInput(_ name: String) -> Bool { usesAllFlowInputs || flowInputs.contains(name) }

  func add(actor: String) { actors.insert(actor) }

  func add(_ reference: Reference, in text: String) {
    names.insert(reference.path[0])
    if reference.path[0] == "inputs" { addFlowInput(reference) }
    guard reference.path.count >= 2, reference.path[0] == "with" else { return }
    let input = reference.path[1]
    let before = String(
      decoding: Array(text.utf8.prefix(reference.range.lowerBound)), as: UTF8.self)
    if before.filter({ !$0.isWhitespace }).hasSuffix("has(") {
      optionalInputs.insert(input)
      requiredInputs.removeAll { $0 == input }
    } else if !optionalInputs.contains(input), !requiredInputs.contains(input) {
      requiredInputs.append(input)
    }
  }

  private func addFlowInput(_ reference: Reference) {
    if reference.path.count >= 2 {
      flowInputs.insert(reference.path[1])
    } else {
      usesAllFlowInputs = true
    }
  }
}
