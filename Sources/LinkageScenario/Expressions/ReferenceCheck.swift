import CEL
import LinkageCore
import Values

/// Checks the names that an expression uses against those it may use.
struct ReferenceCheck {
  let vocabulary: Vocabulary
  /// What could be called by a name that is none; `nil` where only names are asked for.
  var library: Library?

  /// The problem with a reference, and which of its names it is with; `nil` for all of them.
  func problem(with path: [String]) -> (problem: Problem, part: Int?)? {
    guard let name = path.first else { return nil }
    guard var shape = vocabulary[name] else { return uncalled(path) ?? (undeclared(path), 0) }
    for (index, part) in path.enumerated().dropFirst() {
      guard case .members(let members) = shape else { break }
      guard members.names.contains(part) else {
        return (absent(part, of: members), index)
      }
      shape = members.shapes[part] ?? .any
    }
    switch shape {
    case .later: return (.stepHasNotRun(name: name), 0)
    case .beside: return (.runsTogether(name: name), 0)
    case .group: return (.groupHasNoValue(step: name), 0)
    default: return nil
    }
  }

  /// A variable of the surroundings that is not set.
  func missing(in path: [String]) -> Problem? {
    guard path.count >= 2, case .variables(let kind, let names)? = vocabulary[path[0]],
      !names.contains(path[1])
    else { return nil }
    return .missingVariable(name: path[1], kind: kind)
  }

  /// A function's name without parentheses.
  private func uncalled(_ path: [String]) -> (problem: Problem, part: Int?)? {
    let name = path.prefix(2).joined(separator: ".")
    if let call = library?.call(of: name) {
      return (.uncalledFunction(name: name, call: call), nil)
    }
    guard path.count >= 2, library?.isNamespace(path[0]) == true,
      let problem = library?.problem(withFunction: name)
    else { return nil }
    return (problem, nil)
  }

  private func undeclared(_ path: [String]) -> Problem {
    let steps = vocabulary.steps
    if !steps.isEmpty, path.count >= 2, ["out", "with", "http", "outcome"].contains(path[1]) {
      return .unknownStep(
        name: path[0], nearest: Nearest.name(to: path[0], among: steps), known: steps)
    }
    return .undeclared(
      name: path[0], nearest: Nearest.name(to: path[0], among: vocabulary.names),
      known: vocabulary.ready)
  }

  private func absent(_ name: String, of members: Members) -> Problem {
    let known = members.names
    let nearest = Nearest.name(to: name, among: known)
    switch members.owner {
    case .plain(let owner):
      return .unknownKey(key: name, owner: owner, nearest: nearest, known: known)
    case .inputs(let operation):
      return .unknownInput(name: name, operation: operation, nearest: nearest, known: known)
    case .refused(let step): return .noOutput(step: step)
    case .outputs(let operation):
      return .unknownOutput(name: name, operation: operation, nearest: nearest, known: known)
    }
  }
}
