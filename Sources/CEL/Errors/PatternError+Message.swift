extension PatternError: CustomStringConvertible {
  public var description: String { message }

  /// The sentence in English, without the pattern.
  public var message: String { message(in: .english) }

  public func message(in language: MessageLanguage) -> String { sentence.text(in: language) }

  /// The sentence as data, without the pattern.
  public var sentence: Message {
    switch kind {
    case .missingClosingParenthesis: Message(.patternMissing, .text(")"))
    case .unexpectedClosingParenthesis: Message(.patternUnexpectedClosing)
    case .missingClosingBracket: Message(.patternMissing, .text("]"))
    case .invalidRange(let text): Message(.patternEmptyRange, .text(text))
    case .invalidEscape(let text): Message(.invalidEscape, .text(text))
    case .invalidRepeat(let text): Message(.patternInvalidRepeat, .text(text))
    case .nothingToRepeat(let text): Message(.patternNothingToRepeat, .text(text))
    case .repeatTooLarge(let limit): Message(.patternRepeatTooLarge, .number(Int64(limit)))
    case .invalidGroup(let text): Message(.patternInvalidGroup, .text(text))
    case .duplicateGroupName(let name): Message(.patternDuplicateGroupName, .text(name))
    case .unknownClass(let text): Message(.patternUnknownClass, .text(text))
    case .tooLarge(let limit): Message(.patternTooLarge, .number(Int64(limit)))
    case .nestingTooDeep(let limit): Message(.patternNestingTooDeep, .number(Int64(limit)))
    }
  }
}
