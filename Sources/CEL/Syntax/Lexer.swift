/// Splits a source into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All tokens, the last one being the end.
  mutating func tokens() throws(ParseError) -> [Token] {
    var tokens: [Token] = []
    repeat { tokens.append(try next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(ParseError) -> Token {
    skipSpace()
    guard let byte = peek() else { return Token(kind: .end, range: at..<at) }
    let start = at
    let kind: Token.Kind
    if let form = stringForm() {
      kind = .string(try string(form))
    } else if byte.isIdentifierStart {
      kind = word()
    } else if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1)?.isDigit == true) {
      kind = try number()
    } else if byte == UInt8(ascii: "`") {
      kind = try quotedIdentifier()
    } else {
      kind = .mark(try mark())
    }
    return Token(kind: kind, range: start..<at)
  }

  private mutating func skipSpace() {
    while let byte = peek() {
      if byte == UInt8(ascii: "/") && peek(1) == UInt8(ascii: "/") {
        while let byte = peek(), byte != UInt8(ascii: "\n") { at += 1 }
      } else if [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) {
        at += 1
      } else {
        return
      }
    }
  }

  private mutating func word() -> Token.Kind {
    let start = at
    while peek()?.isIdentifierPart == true { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    return Token.Keyword(rawValue: text).map(Token.Kind.keyword) ?? .identifier
  }

  private mutating func quotedIdentifier() throws(ParseError) -> Token.Kind {
    let start = at
    at += 1
    while let byte = peek(), byte != UInt8(ascii: "`") {
      let isAllowed = byte.isIdentifierPart || [0x2E, 0x2D, 0x2F, 0x20].contains(byte)
      guard isAllowed else { throw unexpectedCharacter() }
      at += 1
    }
    guard peek() != nil, at > start + 1 else {
      throw ParseError(kind: .unterminatedString, range: start..<at)
    }
    at += 1
    return .quotedIdentifier
  }

  private mutating func number() throws(ParseError) -> Token.Kind {
    let start = at
    var kind = Token.Kind.int
    if peek() == UInt8(ascii: "0"), let x = peek(1), x | 0x20 == UInt8(ascii: "x") {
      at += 2
      while peek()?.hexValue != nil { at += 1 }
    } else {
      skipDigits()
      if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
        at += 1
        skipDigits()
        kind = .double
      }
      if skipExponent() { kind = .double }
    }
    if kind == .int, let byte = peek(), byte | 0x20 == UInt8(ascii: "u") {
      at += 1
      kind = .uint
    }
    guard peek()?.isIdentifierPart != true else {
      while peek()?.isIdentifierPart == true { at += 1 }
      throw ParseError(kind: .invalidNumber(text(start..<at)), range: start..<at)
    }
    return kind
  }

  private mutating func skipDigits() {
    while peek()?.isDigit == true { at += 1 }
  }

  private mutating func skipExponent() -> Bool {
    guard let e = peek(), e | 0x20 == UInt8(ascii: "e") else { return false }
    let isSigned = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard peek(isSigned ? 2 : 1)?.isDigit == true else { return false }
    at += isSigned ? 2 : 1
    skipDigits()
    return true
  }

  /// The form of the literal that begins here; nil when none does.
  private func stringForm() -> Token.StringForm? {
    var form = Token.StringForm()
    var ahead = 0
    while let letter = peek(ahead), ahead < 2 {
      if letter | 0x20 == UInt8(ascii: "r"), !form.isRaw {
        form.isRaw = true
      } else if letter | 0x20 == UInt8(ascii: "b"), !form.isBytes {
        form.isBytes = true
      } else {
        break
      }
      ahead += 1
    }
    guard let quote = peek(ahead), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    let isTriple = peek(ahead + 1) == quote && peek(ahead + 2) == quote
    form.closing = isTriple ? 3 : 1
    form.opening = ahead + form.closing
    return form
  }

  private mutating func string(_ form: Token.StringForm) throws(ParseError) -> Token.StringForm {
    let start = at
    let quote = bytes[at + form.opening - 1]
    at += form.opening
    while let byte = peek() {
      if byte == quote && (form.closing == 1 || (peek(1) == quote && peek(2) == quote)) {
        at += form.closing
        return form
      }
      if form.closing == 1 && (byte == 0x0A || byte == 0x0D) { break }
      at += byte == UInt8(ascii: "\\") && !form.isRaw ? 2 : 1
    }
    at = min(at, bytes.count)
    throw ParseError(kind: .unterminatedString, range: start..<at)
  }

  private mutating func mark() throws(ParseError) -> Token.Mark {
    for length in [2, 1] where at + length <= bytes.count {
      if let mark = Token.Mark(rawValue: text(at..<at + length)) {
        at += length
        return mark
      }
    }
    throw foreignOperator() ?? fullWidth() ?? unexpectedCharacter()
  }

  private func foreignOperator() -> ParseError? {
    let found = bytes[at]
    let instead: Token.Mark
    switch found {
    case UInt8(ascii: "="): instead = .equal
    case UInt8(ascii: "&"): instead = .and
    case UInt8(ascii: "|"): instead = .or
    default: return nil
    }
    let kind = ParseError.Kind.foreignOperator(
      found: text(at..<at + 1), instead: instead.rawValue)
    return ParseError(kind: kind, range: at..<at + 1)
  }

  private func fullWidth() -> ParseError? {
    let rest = String(decoding: bytes[at..<min(at + 64, bytes.count)], as: UTF8.self)[...]
    let kind: ParseError.Kind
    let length: Int
    if let first = rest.unicodeScalars.first, FullWidth.isSpace(first) {
      (kind, length) = (.fullWidthSpace, first.utf8.count)
    } else if let (found, instead) = FullWidth.beginning(of: rest.unicodeScalars) {
      (kind, length) = (.fullWidth(found: found, instead: instead), found.utf8.count)
    } else {
      return nil
    }
    return ParseError(kind: kind, range: at..<at + length)
  }

  private func unexpectedCharacter() -> ParseError {
    let rest = String(decoding: bytes[at..<min(at + 16, bytes.count)], as: UTF8.self)
    let character = rest.first.map(String.init) ?? ""
    return ParseError(
      kind: .unexpectedCharacter(character), range: at..<at + max(1, character.utf8.count))
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    at + ahead < bytes.count ? bytes[at + ahead] : nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isIdentifierStart: Bool { self == UInt8(ascii: "_") || (self | 0x20) &- 0x61 < 26 }
  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  var hexValue: UInt8? {
    if isDigit { return self - UInt8(ascii: "0") }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? letter + 10 : nil
  }
}
