/// Recognises keys that may be made of aliases: the parser computes the hash of each key, which of
/// aliases of aliases takes without end.
enum AliasKeys {
  /// So few aliases unfold into at most some millions of values.
  private static let harmless = 40

  static func areIn(_ source: SourceText) -> Bool {
    guard source.bytes.contains(UInt8(ascii: "*")) else { return false }
    var aliases = 0
    var isKey = false
    var quoted = QuotedText(source)
    var at = 0
    while at < source.bytes.count {
      switch source.bytes[at] {
      case UInt8(ascii: "*") where isStart(at, in: source):
        aliases += 1
        isKey = isKey || endsAsKey(wordEnd(at, in: source), in: source)
      case UInt8(ascii: "?") where isStart(at, in: source):
        isKey = isKey || isSpace(source.byte(at: at + 1))
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        isKey = isKey || endsAsKey(at + 1, in: source)
      default: break
      }
      if isKey, aliases > harmless { return true }
      at = quoted.next(after: at)
    }
    return false
  }

  /// Whether a value may begin here: after white space, `-`, `[`, `{` or `,`, and nothing else on
  /// the line or in the brackets.
  private static func isStart(_ at: Int, in source: SourceText) -> Bool {
    var before = at - 1
    while source.byte(at: before) == 0x20 { before -= 1 }
    guard let byte = source.byte(at: before) else { return true }
    return byte < 0x20 || "-[{,:?".utf8.contains(byte)
  }

  private static func wordEnd(_ start: Int, in source: SourceText) -> Int {
    var end = start
    while let byte = source.byte(at: end), byte > 0x20, !"[]{},".utf8.contains(byte) { end += 1 }
    return source.byte(at: end - 1) == UInt8(ascii: ":") ? end - 1 : end
  }

  /// Whether a colon with white space behind it follows.
  private static func endsAsKey(_ end: Int, in source: SourceText) -> Bool {
    var at = end
    while source.byte(at: at) == 0x20 { at += 1 }
    return source.byte(at: at) == UInt8(ascii: ":") && isSpace(source.byte(at: at + 1))
  }

  private static func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? true }
}
