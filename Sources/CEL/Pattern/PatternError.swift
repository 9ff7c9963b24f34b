/// Why a text is no pattern, and where.
public struct PatternError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case missingClosingParenthesis
    case unexpectedClosingParenthesis
    case missingClosingBracket
    case invalidRange(String)
    case invalidEscape(String)
    case invalidRepeat(String)
    case nothingToRepeat(String)
    case repeatTooLarge(limit: Int)
    case invalidGroup(String)
    case duplicateGroupName(String)
    case unknownClass(String)
    case tooLarge(limit: Int)
    case nestingTooDeep(limit: Int)
  }

  public let pattern: String
  public let kind: Kind
  /// In bytes of UTF-8 from the pattern's start.
  public let offset: Int

  public init(pattern: String, kind: Kind, offset: Int) {
    self.pattern = pattern
    self.kind = kind
    self.offset = offset
  }
}
