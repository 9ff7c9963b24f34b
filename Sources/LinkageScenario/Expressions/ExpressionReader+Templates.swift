import CEL
import LinkageCore
import Values

extension ExpressionReader {
  /// A value with `${ … }` in its strings; where all is known already, a constant.
  func template(_ node: YAMLNode?, in vocabulary: Vocabulary) -> Template? {
    guard let node else { return nil }
    switch node.content {
    case .broken: return nil
    case .scalar(let scalar): return template(scalar, of: node, in: vocabulary)
    case .list(let items):
      return list(items.compactMap { template($0, in: vocabulary) })
    case .mapping:
      guard !isCutByColon(node, after: "${") else { return nil }
      return reader.entries(node, "mapping").map { map(templates($0, in: vocabulary)) }
    }
  }

  /// A path: only what it begins with, which may be an address, is known already. Each value behind
  /// that becomes one segment when the request is made.
  func path(_ node: YAMLNode, in vocabulary: Vocabulary) -> Template? {
    guard case .scalar(let scalar) = node.content else { return nil }
    return template(scalar, of: node, in: vocabulary, isPath: true)
  }

  /// The entries of a mapping of templates, in the file's order; none where it is not there.
  func entries(_ node: YAMLNode?, _ owner: String, in vocabulary: Vocabulary) -> [Template.Entry] {
    guard let node, !node.isBroken else { return [] }
    return templates(reader.entries(node, owner) ?? [], in: vocabulary)
  }

  func templates(_ entries: [YAMLEntry], in vocabulary: Vocabulary) -> [Template.Entry] {
    entries.compactMap { entry in
      guard let key = entry.key.scalarText else { return nil }
      if key.contains("${") {
        let problem = Problem.invalidValue(owner: "key", found: key, expected: "string")
        reader.report(problem, at: entry.key)
      }
      return template(entry.value, in: vocabulary).map { Template.Entry(key: key, value: $0) }
    }
  }

  private func template(
    _ scalar: YAMLScalar, of node: YAMLNode, in vocabulary: Vocabulary, isPath: Bool = false
  ) -> Template? {
    guard TemplateScanner.hasExpression(scalar.text) else {
      return .constant(PlainValue(scalar).value)
    }
    let text = ScalarText(scalar, of: node)
    let scanner = TemplateScanner(scalar.text)
    if let start = scanner.unclosed {
      unclosed(text, from: start, of: node)
      return nil
    }
    let pieces = scanner.pieces.map { piece($0, of: text, node, in: vocabulary) }
    let read = pieces.compactMap { $0 }
    guard read.count == pieces.count else { return nil }
    return joined(isPath ? Array(read.prefix(1)) + read.dropFirst().map(\.opened) : read)
  }

  private func unclosed(_ text: ScalarText, from start: Int, of node: YAMLNode) {
    guard !isCutByComment(text, of: node) else { return }
    let rest = start..<text.text.utf8.count
    let problem = Problem.unclosedTemplate(text: text.trimmed(rest).text)
    reader.report(problem, at: text.range(rest))
  }

  private enum ReadPiece {
    case known(Value, Located)
    case open(Located)
    case literal(String)

    /// Left to the time of the request where encoding it as a segment would change it.
    var opened: ReadPiece {
      guard case .known(let value, let located) = self else { return self }
      let text = value.stringValue ?? value.json()
      return text.utf8.allSatisfy(Self.isUnreserved) ? self : .open(located)
    }

    /// RFC 3986, section 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
      let character = Character(Unicode.Scalar(byte))
      return byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
    }
  }

  private func piece(
    _ piece: TemplateScanner.Piece, of text: ScalarText, _ node: YAMLNode,
    in vocabulary: Vocabulary
  ) -> ReadPiece? {
    switch piece {
    case .literal(let literal): return .literal(literal)
    case .expression(let range):
      guard let located = expression(text.trimmed(range), of: node, in: vocabulary) else {
        return nil
      }
      return known(located).map { .known($0, located) } ?? .open(located)
    }
  }

  /// The value of an expression that uses nothing but `env`, `secret` and `row`.
  private func known(_ located: Located) -> Value? {
    let expression = located.expression
    let references = expression.references(knowing: library.functions)
    guard !references.isEmpty, references.allSatisfy({ library.isKnown($0.path[0]) }),
      expression.calledFunctions.allSatisfy(library.isFixed)
    else { return nil }
    return try? expression.evaluate(in: library.scope)
  }

  private func joined(_ pieces: [ReadPiece]) -> Template {
    if pieces.count == 1 {
      switch pieces[0] {
      case .known(let value, _): return .constant(value)
      case .open(let located): return .value(located)
      case .literal(let text): return .constant(.string(text))
      }
    }
    var result: [Template.Piece] = []
    for piece in pieces {
      switch piece {
      case .literal(let text): Self.append(text, to: &result)
      case .known(.string(let text), _): Self.append(text, to: &result)
      case .known(let value, _): Self.append(value.json(), to: &result)
      case .open(let located): result.append(.value(located))
      }
    }
    if result.isEmpty { return .constant(.string("")) }
    if result.count == 1, case .literal(let text) = result[0] { return .constant(.string(text)) }
    return .text(result)
  }

  private static func append(_ text: String, to pieces: inout [Template.Piece]) {
    if case .literal(let before)? = pieces.last {
      pieces[pieces.count - 1] = .literal(before + text)
    } else {
      pieces.append(.literal(text))
    }
  }

  private func list(_ items: [Template]) -> Template {
    let values = items.compactMap(\.constantValue)
    return values.count == items.count ? .constant(.list(values)) : .list(items)
  }

  private func map(_ entries: [Template.Entry]) -> Template {
    let pairs = entries.compactMap { entry in
      entry.value.constantValue.map { (Value.string(entry.key), $0) }
    }
    return pairs.count == entries.count ? .constant(.map(ValueMap(pairs))) : .map(entries)
  }
}

extension Template {
  /// The value of a template in which nothing is open.
  var constantValue: Value? {
    if case .constant(let value) = self { value } else { nil }
  }
}
