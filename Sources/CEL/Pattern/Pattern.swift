/// A regular expression in RE2's syntax, matched in time linear in the text.
///
/// Among the matches at the leftmost place the one that a backtracking matcher would find first
/// counts, as in Perl and RE2. Classes such as `\d` and `\w` are ASCII; `\p{…}` knows the general
/// categories and some scripts. There are no back references and no look-around.
public struct Pattern: Sendable {
  /// A part of the text that a group matched.
  public struct Capture: Sendable, Hashable {
    /// Offsets into the text's UTF-8.
    public let range: Range<Int>
    public let text: String
  }

  public struct Match: Sendable, Hashable {
    /// Offsets into the text's UTF-8.
    public let range: Range<Int>
    public let text: String
    /// One for each group in the order of their opening parentheses; nil for a group that took no
    /// part in the match.
    public let captures: [Capture?]
  }

  /// What visiting one instruction costs in an expression, in bytes looked at.
  private static let visitWork = 8

  public let source: String
  /// The names of the groups in the order of their opening parentheses; nil for one without.
  public let groupNames: [String?]
  let program: PatternProgram

  public init(_ source: String) throws(PatternError) {
    self.source = source
    var parser = PatternParser(source)
    let node = try parser.parse()
    groupNames = parser.groupNames
    program = try PatternCompiler.compile(node, groups: parser.groupNames.count, of: source)
  }

  /// The first match, the leftmost one.
  public func firstMatch(in text: String) -> Match? {
    let bytes = Array(text.utf8)
    var machine = PatternMachine(program, bytes)
    return machine.match(from: 0).map { match($0, bytes) }
  }

  /// What finding all matches of one text may cost. One match takes time in proportion to the text,
  /// but the next one may look at all of it again.
  private static let matchesWork = 20_000_000

  /// All matches that do not overlap, from left to right; `nil` where finding them all takes too
  /// much work.
  public func allMatches(in text: String) -> [Match]? {
    let bytes = Array(text.utf8)
    var machine = PatternMachine(program, bytes, workLimit: Self.matchesWork)
    var matches: [Match] = []
    var at = 0
    var lastEnd = -1
    while at <= bytes.count, let places = machine.match(from: at) {
      let (start, end) = (places[0], places[1])
      let isEmpty = start == end
      // As in RE2, an empty match right after a match does not count.
      if !(isEmpty && start == lastEnd) { matches.append(match(places, bytes)) }
      lastEnd = end
      at = isEmpty ? end + (end < bytes.count ? bytes[end].sequenceLength : 1) : end
    }
    return machine.work > Self.matchesWork ? nil : matches
  }

  /// Whether the pattern matches anywhere in the text.
  public func matches(_ text: String) -> Bool {
    var machine = PatternMachine(program, Array(text.utf8))
    return machine.matches()
  }

  func matches(_ text: String, _ budget: inout Budget) throws(Problem) -> Bool {
    try budget.spend(text.utf8.count)
    let limit = budget.remainingWork / Self.visitWork
    var machine = PatternMachine(program, Array(text.utf8), workLimit: limit)
    let result = machine.matches()
    try budget.spend(machine.work * Self.visitWork)
    return result
  }

  private func match(_ places: [Int], _ bytes: [UInt8]) -> Match {
    let found = stride(from: 0, to: places.count, by: 2).map { place -> Capture? in
      guard places[place] >= 0, places[place + 1] >= 0 else { return nil }
      let range = places[place]..<places[place + 1]
      return Capture(range: range, text: String(decoding: bytes[range], as: UTF8.self))
    }
    let whole = found[0] ?? Capture(range: 0..<0, text: "")
    return Match(range: whole.range, text: whole.text, captures: Array(found.dropFirst()))
  }
}
