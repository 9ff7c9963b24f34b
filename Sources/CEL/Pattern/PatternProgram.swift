/// What a pattern compiles to: instructions for `PatternMachine`.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(UInt32)
    /// A scalar whose folded form is that.
    case folded(UInt32)
    /// A scalar of one of the program's sets.
    case set(Int)
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
  var sets: [QuickSet] = []
  /// Two for the whole match and two for each group.
  var slotCount = 2
  /// For each byte whether a match can begin with it; nil when that excludes nothing.
  var firstBytes: [Bool]?
  /// Whether a match can begin at the start of the text alone.
  var isAnchored = false
}

/// A set whose answers for ASCII are worked out beforehand.
struct QuickSet: Sendable {
  private let set: ScalarSet
  /// One bit for each scalar below 64 and from there to 127.
  private var bits: (UInt64, UInt64) = (0, 0)

  init(_ set: ScalarSet) {
    self.set = set
    for scalar in 0..<64 as Range<UInt32> {
      if set.contains(scalar) { bits.0 |= 1 << UInt64(scalar) }
      if set.contains(scalar + 64) { bits.1 |= 1 << UInt64(scalar) }
    }
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return bits.0 >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return bits.1 >> UInt64(scalar - 64) & 1 == 1 }
    return set.contains(scalar)
  }
}
