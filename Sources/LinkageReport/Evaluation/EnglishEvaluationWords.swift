import Values

struct EnglishEvaluationWords: EvaluationWords {
  func headline(_ problem: EvaluationProblem) -> String {
    switch problem {
    case .notAnExpression(let detail): "not a valid expression: \(detail)"
    case .noValue(let detail): detail
    case .missingVariable(let name, let kind, _): "`\(kind).\(name)` is not set"
    case .invalidJSON(let error): "not valid JSON: \(error.message)"
    case .notAnObject(let found): "bindings are an object of names and values, not \(found)"
    case .notTyped(let name, let path, let detail):
      "`\(name)`\(place(path)) is no typed value: \(typed(detail))"
    case .invalidName(let name): "`\(name)` is not a name that expressions can use"
    case .unreadable(let name, let reason): "cannot read `\(name)`: \(reason)"
    case .unknownCommand(let name, _): "there is no command `\(name)`"
    }
  }

  func advice(_ problem: EvaluationProblem) -> String? {
    switch problem {
    case .missingVariable(_, let kind, let nearest?): "did you mean `\(kind).\(nearest)`?"
    case .missingVariable(let name, "env", nil): "set the environment variable \(name)"
    case .missingVariable(let name, _, nil): "set the environment variable LINKAGE_SECRET_\(name)"
    case .notAnObject: #"write them like this: --bindings '{"points": 100}'"#
    case .notTyped(_, _, .unknownType(_, let nearest?)): "did you mean `\(nearest)`?"
    case .notTyped: #"write it like {"int": "1"}, or leave out --typed for plain JSON"#
    case .invalidName: "a name is letters, digits and `_`, no digit first and no reserved word"
    case .unknownCommand(_, let nearest?): "did you mean `\(nearest)`?"
    case .unknownCommand: ":help lists the commands"
    default: nil
    }
  }

  func noValue(_ detail: String) -> String { "no value: \(detail)" }

  private func place(_ path: [Int]) -> String {
    path.isEmpty ? "" : ", element " + path.map(String.init).joined(separator: ".")
  }

  private func typed(_ detail: EvaluationProblem.TypedDetail) -> String {
    switch detail {
    case .shape(let found): "an object with one key was expected, not \(found)"
    case .unknownType(let name, _): "there is no type `\(name)`"
    case .payload(let type, let found): "\(found) is no \(type)"
    }
  }
}
