import Values

/// What a source compiles to: instructions for a stack machine and the tables they point into.
/// It holds no tree, so neither evaluating nor freeing one costs stack.
struct Program: Sendable {
  /// A free name and the fields selected from it.
  struct Path: Sendable {
    /// A variable's name is looked for among at most this many of a path's names.
    static let dottedLimit = 16

    let names: [String]
    /// Where the name and each field stand.
    let ranges: [Range<Int>]
    /// The type that the first names denote when there is no such variable: `int`.
    let type: (name: String, length: Int)?

    var range: Range<Int> { ranges[0].lowerBound..<ranges[ranges.count - 1].upperBound }
  }

  struct Call: Sendable {
    let name: String
    /// The whole dotted name when the receiver is a plain path.
    let qualifiedName: String?
    let argumentCount: Int
    let hasReceiver: Bool
    let range: Range<Int>
    /// The pattern when the last argument is one and a literal.
    let pattern: Result<Pattern, PatternError>?
    /// The standard functions of this name, so that evaluating need not look them up.
    let standard: StandardFunction?
    let qualifiedStandard: StandardFunction?
  }

  struct Loop: Sendable {
    let macro: Macro
    let local: Int
    /// Where the loop takes its next element.
    var next = 0
    /// Where evaluation goes on after the loop.
    var end = 0
  }

  /// A part whose value an explanation tells: the one on top after that instruction.
  struct Part: Sendable {
    let instruction: Int
    let range: Range<Int>
  }

  var instructions: [Instruction] = []
  /// For each instruction where its source stands.
  var ranges: [Range<Int>] = []
  var constants: [Value] = []
  var names: [String] = []
  var paths: [Path] = []
  var calls: [Call] = []
  var loops: [Loop] = []
  var parts: [Part] = []
  var localCount = 0

  mutating func emit(_ instruction: Instruction, _ range: Range<Int>) {
    instructions.append(instruction)
    ranges.append(range)
  }

  /// The place of the next instruction.
  var end: Int { instructions.count }
}
