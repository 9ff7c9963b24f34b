import Values

extension EvaluationError: CustomStringConvertible {
  public var description: String { message }

  /// The sentence in English.
  public var message: String { message(in: .english) }

  public func message(in language: MessageLanguage) -> String { sentence.text(in: language) }

  /// The sentence as data.
  public var sentence: Message {
    switch kind {
    case .undeclared(let name, let nearest): .near(.noName, .noNameButNear, name, nearest)
    case .unknownFunction(let name, let nearest):
      .near(.noFunction, .noFunctionButNear, name, nearest)
    case .noSuchKey(let key, let available): .noKey(key, available)
    case .noSuchField(let field, let type): Message(.noField, .text(field), .text(type))
    case .indexOutOfRange(let index, 1): Message(.indexOutOfRangeOfOne, .number(index))
    case .indexOutOfRange(let index, let count):
      Message(.indexOutOfRange, .number(index), .number(Int64(count)))
    case .divisionByZero(let operation): Message(.divisionByZero, .text(operation))
    case .overflow(let operation): Message(.overflow, .text(operation))
    case .duplicateKey(let key): Message(.duplicateKey, .text(key.json()))
    case .unsupportedKey(let type): Message(.unsupportedKey, .text(type))
    case .invalidPattern(let error): .invalidPattern(error)
    case .host(let function, let error): Message(.host, .text(function), error.argument)
    case .tooManySteps(let limit): Message(.tooManySteps, .number(Int64(limit)))
    case .outputTooLarge(let limit): Message(.outputTooLarge, .number(Int64(limit)))
    case .format(let problem): problem.sentence
    default: argumentSentence
    }
  }

  /// The sentences about types and arguments.
  private var argumentSentence: Message {
    switch kind {
    case .noOverload(let function, let arguments): .noOverload(function, arguments)
    case .argumentCount(let function, let given, let allowed):
      .argumentCount(function, given, allowed)
    case .notBool(let operation, let type): Message(.notBool, .text(operation), .text(type))
    case .notIterable(let macro, let type): Message(.notIterable, .text(macro), .text(type))
    case .conversion(let value, let from, let to):
      Message(.conversion, .text(value), .text(from), .text(to))
    case .unknownTimeZone(let name): Message(.unknownTimeZone, .text(name))
    case .invalidBase64: Message(.invalidBase64)
    case .argumentOutOfRange(let function, let value):
      Message(.argumentOutOfRange, .text(function), .number(value))
    default: Message(.timeOutOfRange)
    }
  }
}

extension EvaluationError.FormatProblem {
  fileprivate var sentence: Message {
    switch self {
    case .missingArgument(let index): Message(.formatMissingArgument, .number(Int64(index + 1)))
    case .unknownClause(let clause): Message(.formatUnknownClause, .text(clause))
    case .unfinishedClause: Message(.formatUnfinishedClause)
    case .precisionTooLarge(let limit): Message(.formatPrecisionTooLarge, .number(Int64(limit)))
    case .wrongType(let clause, let type): Message(.formatWrongType, .text(clause), .text(type))
    }
  }
}

extension HostError {
  /// The sentence behind the function's name.
  var argument: Message.Argument {
    chinese.map { .sentence(english: message, chinese: $0) } ?? .text(message)
  }
}

/// Sentences that several errors share.
extension Message {
  /// A map's keys that an error shows.
  private static let shownKeys = 6

  static func near(_ id: ID, _ nearID: ID, _ name: String, _ nearest: String?) -> Message {
    nearest.map { Message(nearID, .text(name), .text($0)) } ?? Message(id, .text(name))
  }

  static func noKey(_ key: Value, _ available: [Value]) -> Message {
    guard !available.isEmpty else { return Message(.noKeyInEmptyMap, .text(key.json())) }
    let shown = available.prefix(shownKeys).map { $0.json() }.joined(separator: ", ")
    let keys = shown + (available.count > shownKeys ? ", …" : "")
    return Message(.noKey, .text(key.json()), .text(keys))
  }

  static func noOverload(_ function: String, _ arguments: [String]) -> Message {
    Message(.noOverload, .text(function), .text(arguments.joined(separator: ", ")))
  }

  static func argumentCount(_ function: String, _ given: Int, _ allowed: [Int]) -> Message {
    Message(
      .argumentCount, .text(function), .anyOf(allowed.map(String.init)), .number(Int64(given)))
  }

  static func invalidPattern(_ error: PatternError) -> Message {
    Message(.invalidPattern, .text(error.pattern), .message(error.sentence))
  }
}
