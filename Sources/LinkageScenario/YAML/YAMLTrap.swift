/// Recognises an expression that YAML takes for something of its own, from where it gave up.
///
/// `why` is the piece of YAML's syntax that is in the way.
struct YAMLTrap {
  let range: Range<Int>
  let why: String

  private init(_ range: Range<Int>, why: String) {
    self.range = range
    self.why = why
  }

  /// `detail` is the parser's complaint, `mark` its place.
  init?(detail: String, mark: Int, in source: SourceText) {
    let line = source.line(around: mark)
    guard !line.isEmpty, mark <= line.upperBound else { return nil }
    let trap =
      Self.tag(mark, in: source) ?? Self.braces(mark, in: source)
      ?? Self.comma(mark, in: source) ?? Self.bracket(mark, in: source)
      ?? Self.conditional(mark, detail, in: source)
      ?? Self.quotedStart(mark, in: source) ?? Self.bracketStart(mark, in: source)
    guard let trap else { return nil }
    self = trap
  }

  /// `- !ok && x`: the entry begins with what YAML reads as a tag.
  private static func tag(_ mark: Int, in source: SourceText) -> YAMLTrap? {
    let start = EntryText.start(before: mark, in: source)
    guard source.byte(at: start) == UInt8(ascii: "!") else { return nil }
    return YAMLTrap(EntryText.range(from: start, in: source), why: "!")
  }

  /// `{ a: ${b} }`: inside `{ }` a plain text ends at the next brace.
  private static func braces(_ mark: Int, in source: SourceText) -> YAMLTrap? {
    guard source.byte(at: mark) == UInt8(ascii: "{"), source.byte(at: mark - 1) == UInt8(ascii: "$")
    else { return nil }
    return entry(mark, why: "${", in: source)
  }

  /// `[ f(a, 'b') ]`: the comma has ended the entry, and a text may not go on after its quote.
  private static func comma(_ mark: Int, in source: SourceText) -> YAMLTrap? {
    let start = EntryText.start(before: mark, in: source)
    let text = source.text(in: start..<mark)
    guard BracketScan(text).depth > 0, text.contains(", ") else { return nil }
    return entry(mark, why: ",", in: source)
  }

  /// `[ http.headers['x'] == 1 ]`: inside `[ ]` a plain text ends at the next bracket.
  private static func bracket(_ mark: Int, in source: SourceText) -> YAMLTrap? {
    guard let byte = source.byte(at: mark), byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"),
      EntryText.start(before: mark, in: source) < mark
    else { return nil }
    return entry(mark, why: byte == UInt8(ascii: "[") ? "[" : "{", in: source)
  }

  /// `ok: a ? b : c`: a colon with a space after it is YAML's own.
  private static func conditional(
    _ mark: Int, _ detail: String, in source: SourceText
  ) -> YAMLTrap? {
    let isColon = source.byte(at: mark) == UInt8(ascii: ":")
    guard isColon || source.byte(at: mark) == UInt8(ascii: "?") else { return nil }
    let start = EntryText.start(before: mark, in: source)
    let before = source.text(in: start..<mark + 1)
    if before.contains(" ? ") || before.hasSuffix(" ?") {
      return YAMLTrap(EntryText.range(from: start, in: source), why: "? :")
    }
    guard isColon, detail.contains("mapping values"), BracketScan(before).isOpen else { return nil }
    return YAMLTrap(EntryText.range(from: start, in: source), why: ":")
  }

  /// `[1, 2].size() == 2`: YAML takes the entry to end with its closing bracket.
  private static func bracketStart(_ mark: Int, in source: SourceText) -> YAMLTrap? {
    let line = source.line(around: mark)
    guard goesOn(at: mark, in: source), let closing = source.byte(at: mark - 1),
      closing == UInt8(ascii: "]") || closing == UInt8(ascii: "}")
    else { return nil }
    let opening = closing == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
    var depth = 0
    for at in (line.lowerBound..<mark).reversed() {
      if source.bytes[at] == closing { depth += 1 }
      if source.bytes[at] == opening { depth -= 1 }
      guard depth == 0 else { continue }
      let why = opening == UInt8(ascii: "[") ? "[" : "{"
      return YAMLTrap(EntryText.range(from: at, in: source), why: why)
    }
    return nil
  }

  /// `- 'a' in out.list`: YAML takes the entry to end with its closing quote.
  private static func quotedStart(_ mark: Int, in source: SourceText) -> YAMLTrap? {
    let start = EntryText.start(before: mark, in: source)
    guard start < mark, let first = source.byte(at: start), [0x22, 0x27].contains(first) else {
      return nil
    }
    guard goesOn(at: mark, in: source) else { return nil }
    return entry(mark, why: first == 0x22 ? "\"" : "'", in: source)
  }

  /// Whether an expression goes on at an offset: with an operator or a selection.
  private static func goesOn(at offset: Int, in source: SourceText) -> Bool {
    let rest = source.text(in: offset..<max(offset, source.line(around: offset).upperBound))
    let operators = ["==", "!=", "<", ">", "+", "-", "*", "/", "%", "in ", ".", "?", "&&", "||"]
    return operators.contains(where: rest.hasPrefix)
  }

  private static func entry(_ mark: Int, why: String, in source: SourceText) -> YAMLTrap {
    let start = EntryText.start(before: mark, in: source)
    return YAMLTrap(EntryText.range(from: start, in: source), why: why)
  }
}
