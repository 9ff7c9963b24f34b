/// Why a text is no JSON, and where.
public struct JSONError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case unexpectedEnd
    /// What stands there and what could have stood there instead.
    case unexpected(found: String, expected: Expected)
    case invalidNumber
    case numberOutOfRange
    case invalidEscape
    /// Half of a UTF-16 surrogate pair, which no string can hold.
    case loneSurrogate
    case controlCharacterInString
    case invalidUTF8
    case byteOrderMark
    case tooDeep(limit: Int)
  }

  public enum Expected: Sendable, Equatable {
    case value, keyOrEnd, key, colon, commaOrEndOfList, commaOrEndOfMap, endOfText
  }

  public let kind: Kind
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in characters.
  public let column: Int
  /// In bytes of UTF-8 from the start.
  public let offset: Int

  public init(kind: Kind, line: Int, column: Int, offset: Int) {
    self.kind = kind
    self.line = line
    self.column = column
    self.offset = offset
  }
}
