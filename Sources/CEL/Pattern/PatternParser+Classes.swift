extension PatternParser {
  /// A backslash and what it escapes, outside brackets.
  mutating func escape() throws(PatternError) -> PatternNode {
    let start = at
    switch peek(1) {
    case "A": return assertion(.textStart)
    case "z": return assertion(.textEnd)
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    default: break
    }
    if var set = try classEscape() {
      set.ignoresCase = flags.ignoresCase
      return .set(set)
    }
    return literal(try scalarEscape(from: start))
  }

  private mutating func assertion(_ assertion: PatternAssertion) -> PatternNode {
    at += 2
    return .assertion(assertion)
  }

  /// `\d`, `\pL` and the like; nil when the escape is none of them.
  private mutating func classEscape() throws(PatternError) -> ScalarSet? {
    guard let letter = peek(1)?.unicodeScalars.first?.value else { return nil }
    if let set = NamedClasses.perl(letter) {
      at += 2
      return set
    }
    guard letter | 0x20 == 0x70 else { return nil }
    let start = at
    at += 2
    var isNegated = letter == 0x50
    var name = ""
    if skip("{") {
      if skip("^") { isNegated.toggle() }
      while let next = peek(), next != "}" {
        name.append(next)
        at += 1
      }
      guard skip("}") else { throw fail(.unknownClass(text(start..<at)), at: start) }
    } else if let next = peek() {
      name = String(next)
      at += 1
    }
    guard let set = NamedClasses.unicode(name, isNegated: isNegated) else {
      throw fail(.unknownClass(text(start..<at)), at: start)
    }
    return set
  }

  /// An escape that stands for one scalar.
  private mutating func scalarEscape(from start: Int) throws(PatternError) -> UInt32 {
    at += 1
    guard let letter = peek() else { throw fail(.invalidEscape("\\"), at: start) }
    let scalar = take()
    switch letter {
    case "a": return 0x07
    case "f": return 0x0C
    case "t": return 0x09
    case "n": return 0x0A
    case "r": return 0x0D
    case "v": return 0x0B
    case "x": return try hexEscape(from: start)
    case "0"..."7": return try octalEscape(scalar, from: start)
    default: break
    }
    // A letter or digit without a meaning may get one some day; RE2 refuses it too.
    guard scalar < 0x80, !(letter.isLetter || letter.isNumber) else { throw invalid(from: start) }
    return scalar
  }

  private func invalid(from start: Int) -> PatternError {
    fail(.invalidEscape(text(start..<at)), at: start)
  }

  private mutating func hexEscape(from start: Int) throws(PatternError) -> UInt32 {
    let isBraced = skip("{")
    var value: UInt32 = 0
    var count = 0
    while let digit = peek()?.hexDigitValue, isBraced ? value <= 0x10FFFF : count < 2 {
      value = value << 4 | UInt32(digit)
      count += 1
      at += 1
    }
    let isClosed = isBraced ? skip("}") && count > 0 : count == 2
    guard isClosed, Unicode.Scalar(value) != nil else { throw invalid(from: start) }
    return value
  }

  /// `\0` with up to two digits more, or three digits; one digit alone would be a back reference.
  private mutating func octalEscape(
    _ first: UInt32, from start: Int
  ) throws(PatternError) -> UInt32 {
    var value = first - 0x30
    var count = 1
    while count < 3, let digit = peek()?.wholeNumberValue, digit < 8, peek()?.isASCII == true {
      value = value * 8 + UInt32(digit)
      count += 1
      at += 1
    }
    guard first == 0x30 || count > 1 else { throw invalid(from: start) }
    return value
  }

  // MARK: Brackets

  mutating func bracketed() throws(PatternError) -> ScalarSet {
    let start = at
    at += 1
    var set = ScalarSet()
    set.ignoresCase = flags.ignoresCase
    set.isNegated = skip("^")
    var isFirst = true
    while isFirst || peek() != "]" {
      guard peek() != nil else { throw fail(.missingClosingBracket, at: start) }
      isFirst = false
      try bracketItem(&set)
    }
    at += 1
    return set
  }

  private mutating func bracketItem(_ set: inout ScalarSet) throws(PatternError) {
    if looking(at: "[:"), let named = try posixClass() { return set.insert(named) }
    if peek() == "\\", let named = try classEscape() { return set.insert(named) }
    let start = at
    let low = try bracketScalar()
    var high = low
    if peek() == "-", let next = peek(1), next != "]" {
      at += 1
      high = try bracketScalar()
    }
    guard low <= high else { throw fail(.invalidRange(text(start..<at)), at: start) }
    set.insert(low...high)
  }

  private mutating func bracketScalar() throws(PatternError) -> UInt32 {
    guard peek() != nil else { throw fail(.missingClosingBracket) }
    return peek() == "\\" ? try scalarEscape(from: at) : take()
  }

  /// `[:alpha:]`; nil when the bracket is a literal.
  private mutating func posixClass() throws(PatternError) -> ScalarSet? {
    let start = at
    at += 2
    var name = ""
    while let next = peek(), next == "^" || (next.isASCII && next.isLetter) {
      name.append(next)
      at += 1
    }
    guard skip(":]") else {
      at = start
      return nil
    }
    guard let set = NamedClasses.posix(name) else {
      throw fail(.unknownClass(text(start..<at)), at: start)
    }
    return set
  }
}
