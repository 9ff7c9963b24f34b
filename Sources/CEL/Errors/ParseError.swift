/// Why a text is no expression, and where.
public struct ParseError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case sourceTooLong(bytes: Int, limit: Int)
    case nestingTooDeep(limit: Int)
    case unexpectedCharacter(String)
    /// The text found and what could have stood there.
    case unexpected(found: String, expected: Expected)
    case unexpectedEnd(expected: Expected)
    /// `=` where `==` is meant, and the like: what stands there and what CEL writes.
    case foreignOperator(found: String, instead: String)
    /// Characters of a Chinese keyboard where CEL takes ASCII, and what CEL writes.
    case fullWidth(found: String, instead: String)
    case fullWidthSpace
    case unterminatedString
    case invalidEscape(String)
    /// An escape that names no Unicode scalar value.
    case invalidCodePoint
    case invalidNumber(String)
    case numberOutOfRange(String)
    case reservedWord(String)
    /// A macro with the wrong arguments, and how it is used.
    case macroUsage(name: String, usage: String)
    case messageConstruction(String)
  }

  public enum Expected: Sendable, Equatable {
    case expression, fieldName, closingParenthesis, closingBracket
    case commaOrClosing(String)
    case colon, operatorOrEnd
  }

  public let kind: Kind
  /// Offsets into the source's UTF-8.
  public let range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
