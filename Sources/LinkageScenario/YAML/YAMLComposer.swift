import LinkageCore
import Yams

/// Turns a file's text into nodes; what cannot be read on is thrown, the rest is reported.
struct YAMLComposer {
  /// Deeper files, and files whose aliases unfold into more nodes, are refused.
  static let depthLimit = 64
  static let nodeLimit = 1_000_000
  /// Larger files are refused, in bytes.
  static let sizeLimit = 4 << 20
  /// How many bytes are read again for the sake of repeated keys.
  private static let rereadLimit = 2 << 20
  private static let tooMany = "more than a million values, counting what aliases repeat"

  let source: SourceText
  let problems: ProblemList
  private var masks: [KeyMask] = []
  private var nodes = 0

  init(_ source: SourceText, problems: ProblemList) {
    self.source = source
    self.problems = problems
  }

  /// The document's node; `nil` for a file without content.
  static func compose(
    _ source: SourceText, problems: ProblemList
  ) throws(YAMLFailure) -> YAMLNode? {
    guard source.bytes.count <= sizeLimit else {
      throw YAMLFailure(problem: .invalidYAML(detail: "more than 4 MiB of text"), range: 0..<1)
    }
    guard !AliasKeys.areIn(source) else {
      throw YAMLFailure(
        problem: .invalidYAML(detail: "keys made of aliases, in a file of many"), range: 0..<1)
    }
    var composer = YAMLComposer(source, problems: problems)
    guard let root = try composer.root() else { return nil }
    return try composer.node(root, depth: 0, isInFlow: false)
  }

  /// Yams refuses a mapping with a key given twice at the first one and names no second place. So
  /// one of the two is masked and the text read again, until nothing is refused.
  private mutating func root() throws(YAMLFailure) -> Node? {
    while true {
      do {
        let text = KeyMask.apply(masks, to: source)
        return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let offset = source.offset(line: context.mark.line, column: context.mark.column)
        let mask = KeyMask(index: masks.count, name: names.first ?? "", key: offset, in: source)
        let limit = min(500, Self.rereadLimit / max(1, source.bytes.count))
        guard let mask, masks.count < limit, !masks.contains(where: { $0.offset == mask.offset })
        else {
          let problem = Problem.duplicateKey(key: names.first ?? "")
          throw YAMLFailure(problem: problem, range: offset..<offset + 1)
        }
        masks.append(mask)
      } catch let error as YamlError {
        throw YAMLFailure(error, in: source)
      } catch {
        throw YAMLFailure(problem: .invalidYAML(detail: "\(error)"), range: 0..<1)
      }
    }
  }

  private mutating func node(
    _ node: Node, depth: Int, isInFlow: Bool
  ) throws(YAMLFailure) -> YAMLNode {
    let mark = source.offset(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    nodes += 1
    guard depth <= Self.depthLimit, nodes <= Self.nodeLimit else {
      let detail = depth > Self.depthLimit ? "nested too deeply" : Self.tooMany
      throw YAMLFailure(problem: .invalidYAML(detail: detail), range: mark..<mark + 1)
    }
    let properties = NodeProperties(at: mark, in: source)
    if let tag = properties.tag, !properties.isString {
      return broken(tag: tag, isInFlow: isInFlow)
    }
    let start = properties.contentOffset
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain && !properties.isString
      return self.scalar(scalar, isPlain: isPlain, at: start, isInFlow: isInFlow)
    case .sequence(let sequence):
      return try list(sequence, at: start, depth: depth, isInFlow: isInFlow)
    case .mapping(let mapping):
      return try self.mapping(mapping, at: start, depth: depth, isInFlow: isInFlow)
    case .alias:
      return YAMLNode(content: .broken, range: start..<start + 1)
    }
  }

  /// A tag is nothing that these files use; most often it is an expression's `!`.
  private func broken(tag: Int, isInFlow: Bool) -> YAMLNode {
    let range = EntryText.range(from: tag, in: source)
    problems.report(
      .quoteExpression(text: source.text(in: range), why: "!"), at: source.place(range))
    return YAMLNode(content: .broken, range: range, isInFlow: isInFlow)
  }

  private func scalar(
    _ scalar: Node.Scalar, isPlain: Bool, at start: Int, isInFlow: Bool
  ) -> YAMLNode {
    let masked = masks.first { $0.covers(start) }
    let text = masked?.name ?? scalar.string
    let span = ScalarSpan(of: text, style: scalar.style, at: start, in: source)
    let content = YAMLScalar(text: text, isPlain: isPlain, textOffset: span.textOffset)
    return YAMLNode(content: .scalar(content), range: span.range, isInFlow: isInFlow)
  }

  private mutating func list(
    _ sequence: Node.Sequence, at start: Int, depth: Int, isInFlow: Bool
  ) throws(YAMLFailure) -> YAMLNode {
    let isInFlow = isInFlow || source.byte(at: start) == UInt8(ascii: "[")
    var items: [YAMLNode] = []
    for item in sequence {
      items.append(try node(item, depth: depth + 1, isInFlow: isInFlow))
    }
    return YAMLNode(content: .list(items), range: start..<start + 1)
  }

  private mutating func mapping(
    _ mapping: Node.Mapping, at start: Int, depth: Int, isInFlow: Bool
  ) throws(YAMLFailure) -> YAMLNode {
    let isInFlow = isInFlow || source.byte(at: start) == UInt8(ascii: "{")
    var entries: [YAMLEntry] = []
    for (key, value) in mapping {
      let key = try node(key, depth: depth + 1, isInFlow: isInFlow)
      var value = try node(value, depth: depth + 1, isInFlow: isInFlow)
      if value.isAbsent { value.range = key.range }
      entries.append(YAMLEntry(key: key, value: value))
    }
    return YAMLNode(content: .mapping(entries), range: start..<start + 1)
  }
}
