import LinkageCore
import Values

extension ExpressionReader {
  /// A string in which `${ … }` is filled in while the file is read, from a row of `matrix`, the
  /// environment and secrets.
  func text(_ node: YAMLNode?, _ owner: String) -> String? {
    guard let node, let scalar = node.scalarText, scalar.contains("${") else {
      return reader.text(node, owner)
    }
    let known = missing.diagnostics.count
    guard let template = template(node, in: .loadTime(library)) else { return nil }
    switch template {
    case .constant(.string(let text)): return text
    case .constant(.int(let number)): return String(number)
    case .constant(let value):
      let found = "\(type(of: .constant(value), in: .loadTime(library)))"
      reader.report(.wrongType(owner: owner, found: found, expected: "string"), at: node)
    default:
      // A variable that is not set, or a `matrix` that cannot be read, is told already.
      guard missing.diagnostics.count == known, !isRowUnknown else { return nil }
      let problem = Problem.invalidValue(owner: owner, found: scalar, expected: "${row.x}")
      reader.report(problem, at: node)
    }
    return nil
  }

  private var isRowUnknown: Bool { library.row.map { $0.row == nil } ?? false }

  /// Strings, each with where it stands.
  func texts(_ node: YAMLNode?, _ owner: String, single: Bool = false) -> [NodeReader.Named] {
    reader.list(node, owner, single: single).compactMap { item in
      if item.isInFlow, reader.isFullWidth(item) { return nil }
      return text(item, owner).map { NodeReader.Named(name: $0, node: item) }
    }
  }
}
