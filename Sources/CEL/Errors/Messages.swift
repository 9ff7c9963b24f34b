import Values

/// The sentences for all errors, in English.
extension ParseError: CustomStringConvertible {
  public var description: String { message }

  public var message: String {
    switch kind {
    case .sourceTooLong(let bytes, let limit):
      "the expression is \(bytes) bytes long, more than \(limit)"
    case .nestingTooDeep(let limit): "the expression is nested more than \(limit) deep"
    case .unexpectedCharacter(let character): "unexpected character \(quoted(character))"
    case .unexpected(let found, let expected): "found \(quoted(found)), expected \(expected.words)"
    case .unexpectedEnd(let expected): "the expression ends too early, expected \(expected.words)"
    case .foreignOperator(let found, let instead): "\(quoted(found)) is written \(quoted(instead))"
    case .unterminatedString: "the closing quote is missing"
    case .invalidEscape(let escape): "\(quoted(escape)) is no escape sequence"
    case .invalidCodePoint: "the escape sequence names no Unicode character"
    case .invalidNumber(let text): "\(quoted(text)) is no number"
    case .numberOutOfRange(let text): "the number \(text) does not fit 64 bits"
    case .reservedWord(let word): "\(quoted(word)) is a reserved word and cannot be a name"
    case .macroUsage(let name, let usage): "\(quoted(name)) is used as \(usage)"
    case .messageConstruction(let name): "there are no message types, so \(name){…} has no meaning"
    }
  }
}

extension ParseError.Expected {
  fileprivate var words: String {
    switch self {
    case .expression: "a value"
    case .fieldName: "the name of a field"
    case .closingParenthesis: "\")\""
    case .closingBracket: "\"]\""
    case .commaOrClosing(let closing): "\",\" or \"\(closing)\""
    case .colon: "\":\""
    case .operatorOrEnd: "an operator or the end"
    }
  }
}

extension EvaluationError: CustomStringConvertible {
  public var description: String { message }

  public var message: String {
    switch kind {
    case .undeclared(let name, let nearest):
      "there is no name \(quoted(name))" + suggestion(nearest)
    case .unknownFunction(let name, let nearest):
      "there is no function \(quoted(name))" + suggestion(nearest)
    case .noSuchKey(let key, let available):
      "there is no key \(literal(key))" + listed(available)
    case .noSuchField(let field, let type):
      "\(type) has no fields, so not \(quoted(field)) either"
    case .indexOutOfRange(let index, let count):
      "index \(index) is out of range, the list has \(elements(count))"
    case .divisionByZero(let operation): "\(quoted(operation)) by zero"
    case .overflow(let operation): "the result of \(quoted(operation)) does not fit 64 bits"
    case .duplicateKey(let key): "the key \(literal(key)) stands in the map twice"
    case .unsupportedKey(let type): "\(type) cannot be a key, only bool, int, uint and string can"
    case .invalidPattern(let error): "\(quoted(error.pattern)) is no pattern: \(error.message)"
    case .host(let function, let error): "\(function): \(error.message)"
    case .tooManySteps(let limit): "evaluation takes more than \(limit) steps"
    case .outputTooLarge(let limit): "evaluation builds more than \(limit) bytes"
    default: typeMessage
    }
  }

  /// The sentences about types and arguments.
  private var typeMessage: String {
    switch kind {
    case .noOverload(let function, let arguments):
      "\(quoted(function)) does not take (\(arguments.joined(separator: ", ")))"
    case .argumentCount(let function, let given, let allowed):
      "\(quoted(function)) takes \(alternatives(allowed)) arguments, not \(given)"
    case .notBool(let operation, let type): "\(quoted(operation)) takes bool, not \(type)"
    case .notIterable(let macro, let type):
      "\(quoted(macro)) goes over a list or map, not \(type)"
    case .conversion(let value, let from, let to):
      "the \(from) \(quoted(value)) cannot become \(to)"
    case .timeOutOfRange: "the time is out of range"
    case .unknownTimeZone(let name): "there is no time zone \(quoted(name))"
    case .invalidBase64: "the text is no base64"
    case .format(let problem): "format: \(problem.words)"
    case .argumentOutOfRange(let function, let value):
      "\(quoted(function)): \(value) is out of range"
    default: ""
    }
  }
}

extension EvaluationError.FormatProblem {
  fileprivate var words: String {
    switch self {
    case .missingArgument(let index): "there is no value number \(index + 1)"
    case .unknownClause(let clause): "\(quoted(clause)) is no clause"
    case .unfinishedClause: "the last clause is not finished"
    case .precisionTooLarge(let limit): "the precision is more than \(limit)"
    case .wrongType(let clause, let type): "\(quoted(clause)) does not take \(type)"
    }
  }
}

extension PatternError: CustomStringConvertible {
  public var description: String { message }

  /// The error without the pattern.
  public var message: String {
    switch kind {
    case .missingClosingParenthesis: "\")\" is missing"
    case .unexpectedClosingParenthesis: "\")\" closes nothing"
    case .missingClosingBracket: "\"]\" is missing"
    case .invalidRange(let text): "the range \(quoted(text)) is empty"
    case .invalidEscape(let text): "\(quoted(text)) is no escape sequence"
    case .invalidRepeat(let text): "\(quoted(text)) is no repetition"
    case .nothingToRepeat(let text): "\(quoted(text)) has nothing to repeat"
    case .repeatTooLarge(let limit): "a repetition counts more than \(limit)"
    case .invalidGroup(let text): "\(quoted(text)) begins no group"
    case .duplicateGroupName(let name): "two groups have the name \(quoted(name))"
    case .unknownClass(let text): "\(quoted(text)) is no class"
    case .tooLarge(let limit): "it takes more than \(limit) instructions"
    case .nestingTooDeep(let limit): "groups are nested more than \(limit) deep"
    }
  }
}

private func quoted(_ text: String) -> String { "`\(text)`" }

private func literal(_ key: Value) -> String { key.json() }

private func suggestion(_ nearest: String?) -> String {
  nearest.map { ", did you mean \(quoted($0))?" } ?? ""
}

private func listed(_ keys: [Value]) -> String {
  guard !keys.isEmpty else { return ", the map is empty" }
  let shown = keys.prefix(10).map { literal($0) }.joined(separator: ", ")
  return ", the map has \(shown)" + (keys.count > 10 ? ", …" : "")
}

private func elements(_ count: Int) -> String { count == 1 ? "1 element" : "\(count) elements" }

private func alternatives(_ counts: [Int]) -> String {
  counts.map(String.init).joined(separator: " or ")
}
