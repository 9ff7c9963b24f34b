extension TypeProblem: CustomStringConvertible {
  public var description: String { message(in: .english) }

  public func message(in language: MessageLanguage) -> String { sentence.text(in: language) }

  /// The sentence as data.
  public var sentence: Message {
    switch kind {
    case .noOverload(let function, let arguments):
      .noOverload(function, arguments.map(\.description))
    case .argumentCount(let function, let given, let allowed):
      .argumentCount(function, given, allowed)
    case .neverEqual("in", let left, let right): Message(.neverIn, .type(left), .type(right))
    case .neverEqual(let operation, let left, let right):
      Message(.neverEqual, .text(operation), .type(left), .type(right))
    case .notBool(let operation, let type): Message(.notBool, .text(operation), .type(type))
    case .noField(let name, let type): Message(.noField, .text(name), .type(type))
    case .notIterable(let macro, let type): Message(.notIterable, .text(macro), .type(type))
    case .unsupportedKey(let type): Message(.unsupportedKey, .type(type))
    case .invalidPattern(let error): .invalidPattern(error)
    case .host(let function, let error): Message(.host, .text(function), error.argument)
    }
  }
}

extension Message.Argument {
  fileprivate static func type(_ type: StaticType) -> Self { .text(type.description) }
}
