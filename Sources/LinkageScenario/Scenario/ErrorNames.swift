import LinkageCore
import Values

/// Reads the errors that a step names.
struct ErrorNames {
  let expressions: ExpressionReader
  let operation: StepOperation
  private var reader: NodeReader { expressions.reader }

  func one(_ node: YAMLNode?) -> String? {
    guard let node, let name = expressions.text(node, "fails") else { return nil }
    return checked(NodeReader.Named(name: name, node: node))
  }

  func many(_ node: YAMLNode?) -> [String] {
    expressions.texts(node, "may_fail", single: true).compactMap(checked)
  }

  private func checked(_ named: NodeReader.Named) -> String? {
    guard let model = operation.model, !model.errors.contains(named.name) else {
      return named.name
    }
    guard !model.operation.requests.isEmpty || model.isPromised else { return named.name }
    let nearest = Nearest.name(to: named.name, among: model.errors)
    reader.report(
      .unknownErrorName(
        name: named.name, operation: model.operation.name, nearest: nearest, known: model.errors),
      at: named.node)
    return nil
  }
}
