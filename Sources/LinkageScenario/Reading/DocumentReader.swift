import LinkageCore
import Values

/// Reads one file's text up to its top-level mapping.
struct DocumentReader {
  let reader: NodeReader

  init(_ source: SourceText, problems: ProblemList) {
    reader = NodeReader(source: source, problems: problems)
  }

  /// `nil` after a report when the text is no YAML, no mapping, or a file of another kind. With
  /// `strict`, a file of the kind says so by its key.
  func root(of kind: FileKind, strict: Bool = true) -> YAMLNode? {
    let root: YAMLNode?
    do {
      root = try YAMLComposer.compose(reader.source, problems: reader.problems)
    } catch {
      reader.report(error.problem, at: error.range)
      return nil
    }
    guard let root, case .mapping(let entries) = root.content else {
      notAMapping(root)
      return nil
    }
    return isKind(kind, entries, strict: strict) ? root : nil
  }

  private func notAMapping(_ root: YAMLNode?) {
    guard root?.isBroken != true else { return }
    let problem = Problem.notAMapping(
      found: root?.kindName ?? "nothing", file: reader.source.path)
    reader.report(problem, at: root?.range ?? 0..<0)
  }

  private func isKind(_ kind: FileKind, _ entries: [YAMLEntry], strict: Bool) -> Bool {
    let keys = entries.compactMap(\.key.scalarText)
    let other = keys.lazy.compactMap(FileKind.init(rawValue:)).first
    guard !keys.contains(kind.rawValue) else { return true }
    if let other, other != kind {
      reader.report(
        .unknownKind(found: [other.rawValue], expected: [kind.rawValue]),
        at: entries.first { $0.key.scalarText == other.rawValue }?.key.range ?? 0..<1)
      return false
    }
    guard strict, Nearest.name(to: kind.rawValue, among: keys) == nil else { return true }
    let place = entries.first?.key.range ?? 0..<1
    reader.report(.unknownKind(found: keys, expected: [kind.rawValue]), at: place)
    return false
  }
}
