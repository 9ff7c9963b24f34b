import CEL
import LinkageCore

/// Reads expressions of one file and checks what they name.
struct ExpressionReader {
  let reader: NodeReader
  let library: Library
  /// Takes the variables of the surroundings that are not set; what holds them may go unused.
  var missing: ProblemList
  /// The names that expressions used.
  let mentions: Mentions

  init(_ reader: NodeReader, library: Library, missing: ProblemList? = nil) {
    self.reader = reader
    self.library = library
    self.missing = missing ?? reader.problems
    mentions = Mentions()
  }

  func expression(_ node: YAMLNode?, _ owner: String, in vocabulary: Vocabulary) -> Located? {
    guard let node, !node.isBroken else { return nil }
    guard case .scalar(let scalar) = node.content, !node.isAbsent else {
      if !isCutByColon(node) { reader.wrongType(node, owner, expected: "expression") }
      return nil
    }
    return expression(ScalarText(scalar, of: node), of: node, in: vocabulary)
  }

  /// The expressions of a list, or one alone.
  func expressions(_ node: YAMLNode?, _ owner: String, in vocabulary: Vocabulary) -> [Located] {
    CommaTrap.reported(in: reader.list(node, owner, single: true), by: reader)
      .compactMap { expression($0, owner, in: vocabulary) }
  }

  /// The expression in a piece of a scalar; names not known in `vocabulary` are reported.
  func expression(
    _ text: ScalarText, of node: YAMLNode, in vocabulary: Vocabulary
  ) -> Located? {
    do {
      let expression = try Expression(text.text)
      check(expression, at: text, in: vocabulary)
      return Located(expression: expression, place: reader.source.place(text.range))
    } catch {
      if !isCutByComment(text, of: node) {
        reader.report(
          .invalidExpression(text: text.text, detail: error.message), at: text.range(error.range))
      }
      return nil
    }
  }

  private func check(_ expression: Expression, at text: ScalarText, in vocabulary: Vocabulary) {
    let namespaces = checkCalls(expression, at: text, in: vocabulary)
    let check = ReferenceCheck(vocabulary: vocabulary)
    for reference in expression.references
    where !reference.isReceiver || !namespaces.contains(reference.range.lowerBound) {
      mentions.add(reference, in: text.text)
      if let (problem, part) = check.problem(with: reference.path) {
        reader.report(problem, at: text.range(Self.range(of: part, in: reference, text)))
      } else if let problem = check.missing(in: reference.path) {
        missing.report(problem, at: reader.source.place(text.range(reference.range)))
      }
    }
  }

  /// Where one name of a reference stands; the whole reference where it is written with spaces.
  private static func range(of part: Int, in reference: Reference, _ text: ScalarText) -> Range<Int>
  {
    let written = text.text.utf8.dropFirst(reference.range.lowerBound).prefix(reference.range.count)
    guard written.elementsEqual(reference.path.joined(separator: ".").utf8) else {
      return reference.range
    }
    let before = reference.path[..<part].reduce(0) { $0 + $1.utf8.count + 1 }
    let start = reference.range.lowerBound + before
    return start..<start + reference.path[part].utf8.count
  }

  /// Where the namespaces of functions stand, which are no variables.
  private func checkCalls(
    _ expression: Expression, at text: ScalarText, in vocabulary: Vocabulary
  ) -> Set<Int> {
    var namespaces: Set<Int> = []
    for call in expression.calledFunctions {
      let qualified = library.qualifiedName(of: call) { vocabulary[$0] != nil }
      let name = qualified ?? call.name
      if qualified != nil { namespaces.insert(call.range.lowerBound) }
      if let problem = library.problem(withFunction: name) {
        let start = max(call.range.lowerBound, call.range.upperBound - name.utf8.count)
        reader.report(problem, at: text.range(start..<call.range.upperBound))
      }
    }
    return namespaces
  }
}

extension ExpressionReader {
  /// Whether a comment's ` # ` ended the scalar within the expression, which is then reported.
  func isCutByComment(_ text: ScalarText, of node: YAMLNode) -> Bool {
    guard node.isPlainScalar, let start = text.offset else { return false }
    let source = reader.source
    var end = node.range.upperBound
    while source.byte(at: end) == 0x20 { end += 1 }
    guard end > node.range.upperBound, source.byte(at: end) == UInt8(ascii: "#") else {
      return false
    }
    let whole = start..<source.line(around: start).upperBound
    guard BracketScan(text.text).isOpen || (try? Expression(source.text(in: whole))) != nil else {
      return false
    }
    reader.report(.quoteExpression(text: source.text(in: whole), why: "#"), at: whole)
    return true
  }

  /// Whether `a ? b : c` or `x == 'a: b'` was read as a mapping, which is then reported.
  func isCutByColon(_ node: YAMLNode, after opening: String = "") -> Bool {
    guard case .mapping(let entries) = node.content, let key = entries.first?.key,
      key.isPlainScalar, let text = key.scalarText, opening.isEmpty || text.contains(opening)
    else { return false }
    let isConditional = text.contains(" ? ")
    guard isConditional || BracketScan(text).isOpen else { return false }
    let range = EntryText.range(from: key.range.lowerBound, in: reader.source)
    reader.report(
      .quoteExpression(text: reader.source.text(in: range), why: isConditional ? "? :" : ":"),
      at: range)
    return true
  }
}
