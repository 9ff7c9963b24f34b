/// Finds what stands in quotes, from a file's start on, as far as that is certain without a parser: text
/// in quotes that go over several lines, or that may as well stand inside other text, is not counted,
/// nor is anything behind it.
struct QuotedText {
  private let source: SourceText
  /// How many brackets are open, or more where text outside of brackets has some.
  private var depth = 0
  /// The last byte that was no white space.
  private var last: UInt8?
  /// Where the word began that was read last.
  private var word: UInt8?
  /// Whether there is nothing but `-`, `?` and spaces on the line so far.
  private var isAtStart = true
  private var isCertain = true

  init(_ source: SourceText) { self.source = source }

  /// Where to go on: behind the quotes that open at an offset or the comment that begins there, else at
  /// the next byte.
  mutating func next(after at: Int) -> Int {
    guard isCertain else { return at + 1 }
    let byte = source.bytes[at]
    let isAfterSpace = source.byte(at: at - 1).map { $0 <= 0x20 } ?? true
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return quotes(byte, at, isAfterSpace)
    case UInt8(ascii: "#") where isAfterSpace: return source.line(around: at).upperBound
    case 0x0A, 0x0D: isAtStart = true
    case 0...0x20: break
    default: note(byte, isAfterSpace)
    }
    return at + 1
  }

  private mutating func note(_ byte: UInt8, _ isAfterSpace: Bool) {
    if isAfterSpace || word == nil { word = byte }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    default: break
    }
    last = byte
    isAtStart = isAtStart && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?"))
  }

  private mutating func quotes(_ quote: UInt8, _ at: Int, _ isAfterSpace: Bool) -> Int {
    switch opens(isAfterSpace) {
    case true?:
      guard let end = end(of: quote, at) else { break }
      (last, word) = (quote, quote)
      isAtStart = false
      return end
    case false?:
      note(quote, isAfterSpace)
      return at + 1
    case nil: break
    }
    isCertain = false
    return at + 1
  }

  /// Whether a quote begins a value here; `nil` where it may or may not.
  private func opens(_ isAfterSpace: Bool) -> Bool? {
    let isInBrackets = last.map { "[{,".utf8.contains($0) } ?? false
    // Right behind a colon only what is a value of a key in quotes begins one.
    guard isAfterSpace else { return last == UInt8(ascii: ":") ? nil : isInBrackets }
    if isInBrackets || last == UInt8(ascii: ":") { return true }
    if isAtStart { return depth == 0 ? true : nil }
    // Behind an anchor or a tag it does; behind other text it is a part of that.
    return word.map { "&!".utf8.contains($0) } ?? false ? nil : false
  }

  /// Behind the quote that closes on the same line; `nil` without one.
  private func end(of quote: UInt8, _ start: Int) -> Int? {
    let end = source.line(around: start).upperBound
    var at = start + 1
    while at < end {
      switch source.bytes[at] {
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""): at += 1
      case quote:
        guard quote == UInt8(ascii: "'"), source.byte(at: at + 1) == quote else { return at + 1 }
        at += 1
      default: break
      }
      at += 1
    }
    return nil
  }
}
