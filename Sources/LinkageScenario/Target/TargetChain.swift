import LinkageCore

/// A target's file and those that it extends, the outermost first.
struct TargetChain {
  struct Link {
    var reader: NodeReader
    var root: YAMLNode
  }

  private(set) var links: [Link] = []
  /// Every file that was looked at.
  private(set) var files: [SourceFile] = []
  /// Whether each of them could be read.
  private(set) var isComplete = true

  init(_ target: SourceInput, extended: (String) -> String?, problems: ProblemList) {
    var next: SourceInput? = target
    while let file = next {
      next = nil
      files.append(file.file)
      let source = SourceText(path: file.path, text: file.text)
      let document = DocumentReader(source, problems: problems)
      guard let root = document.root(of: .target, strict: links.isEmpty) else {
        isComplete = false
        return
      }
      links.append(Link(reader: document.reader, root: root))
      next = follow(root, from: file.path, extended, document.reader)
    }
  }

  private mutating func follow(
    _ root: YAMLNode, from path: String, _ extended: (String) -> String?, _ reader: NodeReader
  ) -> SourceInput? {
    guard let node = root.value("extends"), let name = reader.text(node, "extends") else {
      return nil
    }
    let path = RelativePath.resolve(name, from: path)
    guard !files.contains(where: { $0.path == path }) else {
      let way = files.map(\.path).joined(separator: " → ")
      reader.report(
        .invalidValue(owner: "extends", found: "\(way) → \(path)", expected: way), at: node)
      isComplete = false
      return nil
    }
    guard let text = extended(path) else {
      reader.report(.missingFile(path: path), at: node)
      isComplete = false
      return nil
    }
    return SourceInput(path: path, text: text)
  }

  /// The names under `platforms` of all files.
  var platforms: [String] {
    var seen: Set<String> = []
    return links.reversed().flatMap { $0.root.keys(under: "platforms") }
      .compactMap(\.scalarText).filter { seen.insert($0).inserted }
  }
}
