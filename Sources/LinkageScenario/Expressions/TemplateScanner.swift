/// Splits a string at its `${ … }`; a brace in a string or map of the expression does not end it.
struct TemplateScanner {
  enum Piece: Equatable {
    case literal(String)
    /// The expression's range in the text's UTF-8.
    case expression(Range<Int>)
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var literal: [UInt8] = []
  private(set) var pieces: [Piece] = []
  /// Where a `${` stands that nothing closes.
  private(set) var unclosed: Int?

  init(_ text: String) {
    bytes = Array(text.utf8)
    while offset < bytes.count, unclosed == nil { step() }
    endLiteral()
  }

  static func hasExpression(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "$")) }

  private mutating func step() {
    if starts(with: "$${") {
      literal += Array("${".utf8)
      offset += 3
    } else if starts(with: "${") {
      readExpression()
    } else {
      literal.append(bytes[offset])
      offset += 1
    }
  }

  private mutating func readExpression() {
    let start = offset + 2
    guard let end = closingBrace(from: start) else {
      unclosed = offset
      return
    }
    endLiteral()
    pieces.append(.expression(start..<end))
    offset = end + 1
  }

  private func closingBrace(from start: Int) -> Int? {
    var depth = 0
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let end = endOfString(from: at) else { return nil }
        at = end
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth == 0: return at
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The end of a CEL string, which may have three quotes and, after `r`, no escapes.
  private func endOfString(from start: Int) -> Int? {
    let quote = bytes[start]
    let isTriple = bytes[start...].prefix(3).elementsEqual([quote, quote, quote])
    let closing = [UInt8](repeating: quote, count: isTriple ? 3 : 1)
    let isRaw = start > 0 && (bytes[start - 1] | 0x20) == UInt8(ascii: "r")
    var at = start + closing.count
    while at < bytes.count {
      if bytes[at...].starts(with: closing) { return at + closing.count }
      at += bytes[at] == UInt8(ascii: "\\") && !isRaw ? 2 : 1
    }
    return nil
  }

  private func starts(with text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  private mutating func endLiteral() {
    if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
    literal = []
  }
}
