/// Reads RE2's syntax into a tree.
struct PatternParser {
  /// `(?i)` and the like.
  struct Flags {
    var ignoresCase = false
    var multiline = false
    var dotMatchesNewline = false
    var prefersFew = false
  }

  static let repeatLimit = 1000
  private static let nestingLimit = 40

  let source: String
  private let scalars: [UInt32]
  var at = 0
  var flags = Flags()
  private var depth = 0
  private(set) var groupNames: [String?] = []

  init(_ source: String) {
    self.source = source
    scalars = source.unicodeScalars.map(\.value)
  }

  mutating func parse() throws(PatternError) -> PatternNode {
    let node = try alternatives()
    guard peek() == nil else { throw fail(.unexpectedClosingParenthesis) }
    return node
  }

  private mutating func alternatives() throws(PatternError) -> PatternNode {
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek(), next != "|", next != ")" {
      if looking(at: "(?"), try flagGroup() { continue }
      if skip("\\Q") {
        nodes += quotedLiterals()
        guard let last = nodes.popLast() else { continue }
        nodes.append(try repeated(last))
        continue
      }
      nodes.append(try repeated(try atom()))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    switch peek() {
    case "(": return try group()
    case "[": return .set(try bracketed())
    case "\\": return try escape()
    case "*", "+", "?": throw fail(.nothingToRepeat(text(at..<at + 1)))
    case "{": if repeatCounts() != nil { throw fail(.nothingToRepeat("{")) }
    default: break
    }
    let scalar = take()
    switch Character(Unicode.Scalar(scalar) ?? " ") {
    case ".": return .any(withNewline: flags.dotMatchesNewline)
    case "^": return .assertion(flags.multiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.multiline ? .lineEnd : .textEnd)
    default: return literal(scalar)
    }
  }

  func literal(_ scalar: UInt32) -> PatternNode {
    .scalar(scalar, ignoringCase: flags.ignoresCase)
  }

  private mutating func quotedLiterals() -> [PatternNode] {
    var nodes: [PatternNode] = []
    while peek() != nil, !skip("\\E") { nodes.append(literal(take())) }
    return nodes
  }

  // MARK: Groups

  private mutating func group() throws(PatternError) -> PatternNode {
    let start = at
    guard depth < Self.nestingLimit else { throw fail(.nestingTooDeep(limit: Self.nestingLimit)) }
    depth += 1
    defer { depth -= 1 }
    let outer = flags
    var number: Int?
    if skip("(?") {
      number = try groupPrefix(from: start)
    } else {
      at += 1
      number = addGroup(nil)
    }
    let inner = try alternatives()
    guard skip(")") else { throw fail(.missingClosingParenthesis, at: start) }
    flags = outer
    return number.map { .capture($0, inner) } ?? inner
  }

  private mutating func addGroup(_ name: String?) -> Int {
    groupNames.append(name)
    return groupNames.count - 1
  }

  /// What follows `(?`: a name, or flags and a colon. Gives the group's number if it captures.
  private mutating func groupPrefix(from start: Int) throws(PatternError) -> Int? {
    if skip("P<") || skip("<") { return try namedGroup(from: start) }
    guard try readFlags(), skip(":") else {
      throw fail(.invalidGroup(text(start..<min(at + 1, scalars.count))), at: start)
    }
    return nil
  }

  private mutating func namedGroup(from start: Int) throws(PatternError) -> Int {
    let nameStart = at
    while let next = peek(), next.isASCII, next.isLetter || next.isNumber || next == "_" { at += 1 }
    let name = text(nameStart..<at)
    guard !name.isEmpty, skip(">") else {
      throw fail(.invalidGroup(text(start..<min(at + 1, scalars.count))), at: start)
    }
    guard !groupNames.contains(name) else { throw fail(.duplicateGroupName(name), at: start) }
    return addGroup(name)
  }

  /// `(?i)`: flags for the rest of the group. False when the parenthesis is something else.
  private mutating func flagGroup() throws(PatternError) -> Bool {
    let (start, outer) = (at, flags)
    at += 2
    if try readFlags(), at > start + 2, skip(")") { return true }
    (at, flags) = (start, outer)
    return false
  }

  /// Letters of flags, those after a minus sign being turned off. False when another letter comes.
  private mutating func readFlags() throws(PatternError) -> Bool {
    var value = true
    while let next = peek() {
      switch next {
      case "i": flags.ignoresCase = value
      case "m": flags.multiline = value
      case "s": flags.dotMatchesNewline = value
      case "U": flags.prefersFew = value
      case "-" where value: value = false
      default: return next == ":" || next == ")"
      }
      at += 1
    }
    return false
  }

  // MARK: Repetition

  private mutating func repeated(_ node: PatternNode) throws(PatternError) -> PatternNode {
    let operatorStart = at
    guard let (least, most) = try counts() else { return node }
    let isGreedy = skip("?") == flags.prefersFew
    if let next = peek(), "*+?".contains(next) || (next == "{" && repeatCounts() != nil) {
      throw fail(.invalidRepeat(text(operatorStart..<at + 1)), at: operatorStart)
    }
    return .repetition(node, least: least, most: most, isGreedy: isGreedy)
  }

  private mutating func counts() throws(PatternError) -> (Int, Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard let counts = repeatCounts() else { return nil }
    let start = at
    at = counts.end
    guard max(counts.least, counts.most ?? 0) <= Self.repeatLimit else {
      throw fail(.repeatTooLarge(limit: Self.repeatLimit), at: start)
    }
    if let most = counts.most, most < counts.least {
      throw fail(.invalidRepeat(text(start..<at)), at: start)
    }
    return (counts.least, counts.most)
  }

  /// `{n}`, `{n,}` or `{n,m}` that stands here; nil when the brace is a literal.
  private func repeatCounts() -> (least: Int, most: Int?, end: Int)? {
    var ahead = self
    guard ahead.skip("{"), let least = ahead.number() else { return nil }
    var most: Int? = least
    if ahead.skip(",") { most = ahead.number() }
    guard ahead.skip("}") else { return nil }
    return (least, most, ahead.at)
  }

  private mutating func number() -> Int? {
    let start = at
    var number = 0
    while let digit = peek()?.wholeNumberValue, peek()?.isASCII == true {
      number = min(number * 10 + digit, 100_000)
      at += 1
    }
    return at > start ? number : nil
  }

  // MARK: Scalars

  func peek(_ ahead: Int = 0) -> Character? {
    guard at + ahead < scalars.count else { return nil }
    return Unicode.Scalar(scalars[at + ahead]).map(Character.init)
  }

  mutating func take() -> UInt32 {
    at += 1
    return scalars[at - 1]
  }

  func looking(at text: String) -> Bool {
    scalars[at...].starts(with: text.unicodeScalars.map(\.value))
  }

  mutating func skip(_ text: String) -> Bool {
    guard looking(at: text) else { return false }
    at += text.unicodeScalars.count
    return true
  }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range].compactMap(Unicode.Scalar.init))
    return String(view)
  }

  func fail(_ kind: PatternError.Kind, at place: Int? = nil) -> PatternError {
    let offset = text(0..<(place ?? at)).utf8.count
    return PatternError(pattern: source, kind: kind, offset: offset)
  }
}
