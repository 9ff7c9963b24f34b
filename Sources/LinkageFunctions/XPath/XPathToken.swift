/// A piece of an expression.
struct XPathToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case string(String)
    case name(String)
    /// Anything else: `(`, `//`, `::`, `!=` and so on.
    case mark(String)
    case end
  }

  var kind: Kind
  /// In bytes of UTF-8.
  var range: Range<Int>
}

/// Cuts an expression up.
enum XPathLexer {
  static func tokens(of expression: String) throws(MarkupProblem) -> [XPathToken] {
    let bytes = Array(expression.utf8)
    var tokens: [XPathToken] = []
    var at = 0
    while at < bytes.count {
      if bytes[at].isSpace {
        at += 1
        continue
      }
      let (kind, end) = try token(bytes, at)
      tokens.append(XPathToken(kind: kind, range: at..<end))
      at = end
    }
    tokens.append(XPathToken(kind: .end, range: at..<at))
    return tokens
  }

  private static func token(
    _ bytes: [UInt8], _ at: Int
  ) throws(MarkupProblem) -> (XPathToken.Kind, Int) {
    let byte = bytes[at]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      guard let end = bytes[(at + 1)...].firstIndex(of: byte) else {
        throw .expression(fault: .unclosedString, offset: at)
      }
      return (.string(text(bytes[(at + 1)..<end])), end + 1)
    }
    let isFraction = byte == UInt8(ascii: ".") && at + 1 < bytes.count && bytes[at + 1].isDigit
    if byte.isDigit || isFraction { return number(bytes, at) }
    if isNameStart(byte) {
      let end = bytes[at...].firstIndex { !isName($0) } ?? bytes.count
      return (.name(text(bytes[at..<end])), end)
    }
    for mark in marks where bytes[at...].starts(with: mark.utf8) {
      return (.mark(mark), at + mark.utf8.count)
    }
    throw .expression(fault: .syntax, offset: at)
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> (XPathToken.Kind, Int) {
    var end = bytes[at...].firstIndex { !$0.isDigit } ?? bytes.count
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end = bytes[(end + 1)...].firstIndex { !$0.isDigit } ?? bytes.count
    }
    return (.number(XPathNumber.parse(text(bytes[at..<end]))), end)
  }

  private static let marks = [
    "::", "//", "..", "!=", "<=", ">=", "(", ")", "[", "]", ".", "@", ",", "/", "|", "+", "-", "=",
    "<", ">", "*", "$", ":",
  ]

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
