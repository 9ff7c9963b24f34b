extension Message {
  /// Which sentence it is. The raw values are stored, so they never change.
  public enum ID: String, Sendable, Hashable, Codable, CaseIterable {
    // MARK: Evaluating
    case noName, noNameButNear, noFunction, noFunctionButNear, noKey, noKeyInEmptyMap, noField
    case indexOutOfRange, indexOutOfRangeOfOne, divisionByZero, overflow, duplicateKey
    case unsupportedKey, invalidPattern, host, tooManySteps, outputTooLarge, noOverload
    case argumentCount, notBool, notIterable, conversion, timeOutOfRange, unknownTimeZone
    case invalidBase64, formatMissingArgument, formatUnknownClause, formatUnfinishedClause
    case formatPrecisionTooLarge, formatWrongType, argumentOutOfRange

    // MARK: Parsing
    case sourceTooLong, nestingTooDeep, unexpectedCharacter, unexpected, unexpectedEnd
    case foreignOperator, unterminatedString, invalidEscape, invalidCodePoint, invalidNumber
    case numberOutOfRange, reservedWord, macroUsage, messageConstruction, expectedExpression
    case expectedFieldName, expectedMark, expectedCommaOr, expectedOperatorOrEnd
    case fullWidth, fullWidthSpace

    // MARK: Types
    case neverEqual, neverIn

    // MARK: Patterns
    case patternMissing, patternUnexpectedClosing, patternEmptyRange, patternInvalidRepeat
    case patternNothingToRepeat, patternRepeatTooLarge, patternInvalidGroup
    case patternDuplicateGroupName, patternUnknownClass, patternTooLarge, patternNestingTooDeep
  }
}
