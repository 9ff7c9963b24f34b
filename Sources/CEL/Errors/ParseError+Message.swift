extension ParseError: CustomStringConvertible {
  public var description: String { message }

  /// The sentence in English.
  public var message: String { message(in: .english) }

  public func message(in language: MessageLanguage) -> String { sentence.text(in: language) }

  /// The sentence as data.
  public var sentence: Message {
    switch kind {
    case .sourceTooLong(let bytes, let limit):
      Message(.sourceTooLong, .number(Int64(bytes)), .number(Int64(limit)))
    case .nestingTooDeep(let limit): Message(.nestingTooDeep, .number(Int64(limit)))
    case .unexpectedCharacter(let character): Message(.unexpectedCharacter, .text(character))
    case .unexpected(let found, let expected):
      Message(.unexpected, .text(found), .message(expected.sentence))
    case .unexpectedEnd(let expected): Message(.unexpectedEnd, .message(expected.sentence))
    case .foreignOperator(let found, let instead):
      Message(.foreignOperator, .text(found), .text(instead))
    case .fullWidth(let found, let instead):
      Message(.fullWidth, .text(found), .text(instead))
    case .fullWidthSpace: Message(.fullWidthSpace)
    case .unterminatedString: Message(.unterminatedString)
    case .invalidEscape(let escape): Message(.invalidEscape, .text(escape))
    case .invalidCodePoint: Message(.invalidCodePoint)
    case .invalidNumber(let text): Message(.invalidNumber, .text(text))
    case .numberOutOfRange(let text): Message(.numberOutOfRange, .text(text))
    case .reservedWord(let word): Message(.reservedWord, .text(word))
    case .macroUsage(let name, let usage): Message(.macroUsage, .text(name), .text(usage))
    case .messageConstruction(let name): Message(.messageConstruction, .text(name))
    }
  }
}

extension ParseError.Expected {
  fileprivate var sentence: Message {
    switch self {
    case .expression: Message(.expectedExpression)
    case .fieldName: Message(.expectedFieldName)
    case .closingParenthesis: Message(.expectedMark, .text(")"))
    case .closingBracket: Message(.expectedMark, .text("]"))
    case .commaOrClosing(let closing): Message(.expectedCommaOr, .text(closing))
    case .colon: Message(.expectedMark, .text(":"))
    case .operatorOrEnd: Message(.expectedOperatorOrEnd)
    }
  }
}
