import LinkageCore

/// Why a form could not be filled, as the detail of an answer that was not expected.
enum FormProblemWords {
  static func text(_ problem: FormProblem) -> String {
    switch problem {
    case .noForm: "the page has no form"
    case .severalForms(let known): "the page has several forms, name one: \(list(known))"
    case .noSuchForm(let selector, let known):
      "the page has no form \(selector); it has \(list(known))"
    case .badSelector(let selector, let detail): "\(selector) selects nothing: \(detail)"
    case .unknownField(let name, let nearest, let known):
      "the form has no field \(name); " + (nearest.map { "did you mean \($0)? " } ?? "")
        + "it has \(list(known))"
    case .unknownOption(let field, let value, let known):
      "\(field) has no option \(value); it has \(list(known))"
    case .tooManyValues(let field, let given, let possible):
      "\(field) takes \(possible) values, not \(given)"
    case .disabledField(let name): "\(name) is disabled, and a browser sends nothing of it"
    case .fileField(let name): "\(name) wants a file; send it as `multipart` instead"
    case .unusableAction(let action): "the form's action \(action) is no address"
    case .badPage(let url): "\(url) is no absolute address"
    case .tooLarge: "the page is too large to be read"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
