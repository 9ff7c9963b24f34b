import LinkageCore
import Values

/// Reads the nodes of one file, reporting what is not of the kind that is wanted.
///
/// Each method gives `nil` after it has reported.
struct NodeReader {
  let source: SourceText
  let problems: ProblemList

  func report(_ problem: Problem, at range: Range<Int>) {
    problems.report(problem, at: source.place(range))
  }

  func report(_ problem: Problem, at node: YAMLNode) {
    if !node.isBroken { report(problem, at: node.range) }
  }

  func report(_ problem: Problem?, at node: YAMLNode) -> Bool {
    if let problem { report(problem, at: node) }
    return problem != nil
  }

  func wrongType(_ node: YAMLNode, _ owner: String, expected: String) {
    if !["list", "mapping"].contains(expected), isCommentedOut(node) { return }
    report(.wrongType(owner: owner, found: node.kindName, expected: expected), at: node)
  }

  func place(_ node: YAMLNode) -> Place { source.place(node.range) }

  /// A scalar with its quotes.
  private func written(_ node: YAMLNode) -> String { source.text(in: node.range) }

  /// A string; a number is taken as it is written.
  func text(_ node: YAMLNode?, _ owner: String) -> String? {
    guard let node, !node.isBroken else { return nil }
    if case .scalar(let scalar) = node.content {
      switch PlainValue(scalar).value {
      case .string, .int, .double: return scalar.text
      default: break
      }
    }
    wrongType(node, owner, expected: "string")
    return nil
  }

  func flag(_ node: YAMLNode?, _ owner: String) -> Bool? {
    guard let node, !node.isBroken else { return nil }
    if case .scalar(let scalar) = node.content, case .bool(let flag) = PlainValue(scalar).value {
      return flag
    }
    if case .scalar = node.content, !node.isAbsent {
      // `yes` and `on` were truths in an older YAML; `"true"` is a text.
      report(
        .invalidValue(owner: owner, found: written(node), expected: "true | false"), at: node)
    } else {
      wrongType(node, owner, expected: "bool")
    }
    return nil
  }

  func count(_ node: YAMLNode?, _ owner: String, in range: ClosedRange<Int>) -> Int? {
    guard let node, !node.isBroken else { return nil }
    guard case .scalar(let scalar) = node.content, !node.isAbsent else {
      wrongType(node, owner, expected: "number")
      return nil
    }
    // Neither `007` nor `1_000` nor `0x10` is a number that everybody reads alike.
    let number = PlainValue(scalar).value.intValue
    guard let count = number.flatMap(Int.init(exactly:)), range.contains(count) else {
      let expected = "\(range.lowerBound) … \(range.upperBound)"
      report(.invalidValue(owner: owner, found: written(node), expected: expected), at: node)
      return nil
    }
    return count
  }

  /// A length of time above zero.
  func duration(_ node: YAMLNode?, _ owner: String) -> Nanoseconds? {
    guard let node, !node.isBroken else { return nil }
    guard case .scalar(let scalar) = node.content, !node.isAbsent else {
      wrongType(node, owner, expected: "duration")
      return nil
    }
    if let duration = DurationText.read(scalar.text), duration > .zero { return duration }
    let expected = DurationText.isLength(scalar.text) ? DurationText.range : DurationText.forms
    report(.invalidValue(owner: owner, found: scalar.text, expected: expected), at: node)
    return nil
  }

  /// The items of a list; one item alone may stand for a list of one where `single` allows it.
  func list(_ node: YAMLNode?, _ owner: String, single: Bool = false) -> [YAMLNode] {
    guard let node, !node.isBroken else { return [] }
    if case .list(let items) = node.content { return items }
    if single, case .scalar = node.content, !node.isAbsent { return [node] }
    wrongType(node, owner, expected: "list")
    return []
  }

  /// Strings, each with where it stands.
  func texts(_ node: YAMLNode?, _ owner: String, single: Bool = false) -> [Named] {
    list(node, owner, single: single).compactMap { item in
      if item.isInFlow, isFullWidth(item) { return nil }
      return text(item, owner).map { Named(name: $0, node: item) }
    }
  }

  /// Whether a plain key or name holds a full-width character, which is then reported.
  func isFullWidth(_ node: YAMLNode) -> Bool {
    guard node.isPlainScalar, let text = node.scalarText,
      let (problem, range) = FullWidth.problem(in: text)
    else { return false }
    let start = node.range.lowerBound
    report(problem, at: start + range.lowerBound..<start + range.upperBound)
    return true
  }

  struct Named {
    var name: String
    var node: YAMLNode
  }
}
