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
  /// The type of a constant; of what a list holds nothing is said.
  var knownType: StaticType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .list: .list(.dyn)
    case .map(let map):
      .record(
        Dictionary(
          map.compactMap { entry in entry.key.stringValue.map { ($0, entry.value.knownType) } }
        ) { $1 })
    case .type: .type
    }
  }
}
