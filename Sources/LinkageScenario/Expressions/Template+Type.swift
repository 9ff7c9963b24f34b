import CEL
import LinkageCore
import Values

extension ExpressionReader {
  /// What is known of the value that a template will give.
  func type(of template: Template, in vocabulary: Vocabulary) -> StaticType {
    switch template {
    case .constant(let value): value.knownType
    case .value(let located): type(of: located, in: vocabulary)
    case .text: .string
    case .list: .list(.dyn)
    case .map(let entries):
      .record(
        Dictionary(entries.map { ($0.key, type(of: $0.value, in: vocabulary)) }) { $1 })
    }
  }

  func type(of located: Located, in vocabulary: Vocabulary) -> StaticType {
    located.expression.checked(
      variables: { vocabulary.type(of: $0) }, functions: library.functions
    ).type
  }
}

extension Value {
  /// The type of a constant, of a map with those of its fields.
  var knownType: StaticType {
    guard case .map(let map) = self else { return staticType }
    let fields = map.compactMap { entry in
      entry.key.stringValue.map { ($0, entry.value.knownType) }
    }
    return .record(Dictionary(fields) { $1 })
  }
}
