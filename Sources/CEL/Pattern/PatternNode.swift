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
}

enum PatternAssertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}
