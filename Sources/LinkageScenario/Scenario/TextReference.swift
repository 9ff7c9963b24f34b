import CEL
import LinkageCore

/// Recognises the name of a value that was written as a text, without `${ }`.
enum TextReference {
  /// The text, when it names something that has a value here.
  static func text(_ node: YAMLNode, in vocabulary: Vocabulary) -> String? {
    guard let text = node.scalarText, let path = path(of: text),
      vocabulary.has(path[0]),
      ReferenceCheck(vocabulary: vocabulary).problem(with: path) == nil
    else { return nil }
    return text
  }

  /// Whether it names a member, known to be one, of a step, an actor, a row or a flow's inputs.
  static func isMember(_ node: YAMLNode, in vocabulary: Vocabulary) -> Bool {
    guard let text = text(node, in: vocabulary), let path = path(of: text), path.count > 1,
      path[0] != "run", case .members(let members)? = vocabulary[path[0]]
    else { return false }
    return members.names.contains(path[1])
  }

  /// The names of a text that is one reference and nothing else.
  private static func path(of text: String) -> [String]? {
    guard text.utf8.count <= 200, let expression = try? Expression(text),
      expression.references.count == 1, let path = expression.references.first?.path,
      path.joined(separator: ".") == text
    else { return nil }
    return path
  }
}
