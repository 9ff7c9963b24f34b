/// A pattern's syntax tree.
indirect enum PatternNode: Sendable {
  case empty
  case scalar(UInt32, ignoringCase: Bool)
  case set(ScalarSet)
  case any(withNewline: Bool)
  case assertion(PatternAssertion)
  /// A group that captures, counted from 0.
  case capture(Int, PatternNode)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// `most` is nil without an upper bound.
  case repetition(PatternNode, least: Int, most: Int?, isGreedy: Bool)

  /// Whether it can match without taking a scalar.
  var canBeEmpty: Bool {
    switch self {
    case .empty, .assertion: true
    case .scalar, .set, .any: false
    case .capture(_, let inner): inner.canBeEmpty
    case .sequence(let nodes): nodes.allSatisfy(\.canBeEmpty)
    case .alternatives(let nodes): nodes.contains(where: \.canBeEmpty)
    case .repetition(let inner, let least, _, _): least == 0 || inner.canBeEmpty
    }
  }
}

enum PatternAssertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}
