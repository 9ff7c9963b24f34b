import CEL
import LinkageCore
import Values

extension Template {
  /// The template as it could have been written, for comparison.
  var text: String {
    switch self {
    case .constant(.string(let text)): text.replacing("${", with: "$${")
    case .constant(let value): value.json()
    case .value(let located): "${\(located.expression.source)}"
    case .text(let pieces): pieces.map(\.text).joined()
    case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }

  /// `nil` for a template that is no constant, and for null.
  var constant: Value? {
    if case .constant(let value) = self, !value.isNull { value } else { nil }
  }
}

extension Template.Piece {
  var text: String {
    switch self {
    case .literal(let text): text.replacing("${", with: "$${")
    case .value(let located): "${\(located.expression.source)}"
    }
  }
}

extension RequestTemplate.Body {
  var text: String {
    switch self {
    case .none: ""
    case .json(let template), .text(let template): template.text
    case .form(let entries):
      entries.map { "\($0.key)=\($0.value.text)" }.joined(separator: "&")
    case .multipart(let parts): parts.map(\.name).joined(separator: "&")
    case .submission(let form):
      "\(form.form ?? "") "
        + form.fields.map { "\($0.key)=\($0.value.text)" }.joined(separator: "&")
    }
  }
}
