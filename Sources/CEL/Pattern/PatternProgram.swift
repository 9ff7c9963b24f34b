/// What a pattern compiles to: instructions for `PatternMachine`.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(UInt32)
    /// A scalar whose folded form is that.
    case folded(UInt32)
    case set(ScalarSet)
    case any(withNewline: Bool)
    /// Goes on at both places, the first one being preferred.
    case split(Int, Int)
    case jump(Int)
    /// Remembers the place in the text.
    case save(Int)
    case assertion(PatternAssertion)
    case match
  }

  static let sizeLimit = 20_000

  var instructions: [Instruction] = []
  /// Two for the whole match and two for each group.
  var slotCount = 2
  /// For each byte whether a match can begin with it; nil when that excludes nothing.
  var firstBytes: [Bool]?
  /// Whether a match can begin at the start of the text alone.
  var isAnchored = false
}
