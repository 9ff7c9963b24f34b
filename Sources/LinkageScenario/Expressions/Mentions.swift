import CEL

/// The names that the expressions of one thing use.
final class Mentions {
  private(set) var names: Set<String> = []
  /// `X` of each `with.X` that `has` does not ask for, in the order of the files.
  private(set) var requiredInputs: [String] = []
  private var optionalInputs: Set<String> = []

  func add(_ reference: Reference, in text: String) {
    names.insert(reference.path[0])
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
}
