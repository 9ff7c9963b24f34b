import LinkageCore

/// Why a form could not be filled, as the detail of an answer that was not expected.
enum FormProblemWords {
  static func text(_ problem: FormProblem) -> String {
    switch problem {
    case .noForm: "the page has no form"
    case .severalForms(let known): "the page has several, name one: \(list(known))"
    case .noSuchForm(let selector, let known):
      "the page has no \(selector), it has \(list(known))"
    case .badSelector(let selector, let detail): "\(selector) is no selector: \(detail)"
    case .unknownField(let name, nil, let known): "it has no field \(name), it has \(list(known))"
    case .unknownField(let name, let nearest?, let known):
      "it has no field \(name), did you mean \(nearest)? It has \(list(known))"
    case .unknownOption(let field, let value, let known):
      "its field \(field) has no option \(value), it has \(list(known))"
    case .tooManyValues(let field, let given, let possible):
      "its field \(field) takes \(possible) values, not \(given)"
    case .disabledField(let name): "its field \(name) is disabled"
    case .fileField(let name): "its field \(name) wants a file, which `multipart` can send"
    case .unusableAction(let action): "its action \(action) is no address"
    case .badPage(let url): "\(url) is no absolute address"
    case .tooLarge: "its page is too large to be read"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
