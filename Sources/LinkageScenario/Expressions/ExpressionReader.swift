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

  init(
    _ reader: NodeReader, library: Library, missing: ProblemList? = nil,
    mentions: Mentions = Mentions()
  ) {
    self.reader = reader
    self.library = library
    self.missing = missing ?? reader.problems
    self.mentions = mentions
  }

  func expression(_ node: YAMLNode?, _ owner: String, in vocabulary: Vocabulary) -> Located? {
    scalar(node, owner).flatMap { expression($0.text, of: $0.node, in: vocabulary) }
  }

  /// An expression that says whether something holds.
  func condition(_ node: YAMLNode?, _ owner: String, in vocabulary: Vocabulary) -> Located? {
    scalar(node, owner).flatMap { condition($0.text, of: $0.node, owner, in: vocabulary) }
  }

  /// The conditions of a list, or one alone.
  func conditions(_ node: YAMLNode?, _ owner: String, in vocabulary: Vocabulary) -> [Located] {
    CommaTrap.reported(in: reader.list(node, owner, single: true), by: reader)
      .compactMap { condition($0, owner, in: vocabulary) }
  }

  private func scalar(
    _ node: YAMLNode?, _ owner: String
  ) -> (text: ScalarText, node: YAMLNode)? {
    guard let node, !node.isBroken else { return nil }
    guard case .scalar(let scalar) = node.content, !node.isAbsent else {
      if !isCutByColon(node) { reader.wrongType(node, owner, expected: "expression") }
      return nil
    }
    return (ScalarText(scalar, of: node), node)
  }

  private func condition(
    _ text: ScalarText, of node: YAMLNode, _ owner: String, in vocabulary: Vocabulary
  ) -> Located? {
    guard let (located, type) = typed(text, of: node, in: vocabulary) else { return nil }
    if type != .dyn, type != .bool {
      let problem = Problem.wrongType(owner: owner, found: "\(type)", expected: "bool")
      reader.report(problem, at: text.range)
    }
    return located
  }

  /// The expression in a piece of a scalar; names not known in `vocabulary` are reported.
  func expression(
    _ text: ScalarText, of node: YAMLNode, in vocabulary: Vocabulary
  ) -> Located? {
    typed(text, of: node, in: vocabulary)?.located
  }

  /// The expression with its type, as far as that is known.
  private func typed(
    _ text: ScalarText, of node: YAMLNode, in vocabulary: Vocabulary
  ) -> (located: Located, type: StaticType)? {
    do {
      let expression = try Expression(text.text)
      let isNamed = check(expression, at: text, in: vocabulary)
      let type = isNamed ? checkTypes(expression, at: text, in: vocabulary) : .dyn
      return (Located(expression: expression, place: reader.source.place(text.range)), type)
    } catch {
      if isTemplate(text) || isCutByComment(text, of: node) { return nil }
      reader.report(
        .invalidExpression(text: text.text, message: error.sentence), at: text.range(error.range))
      return nil
    }
  }

  /// Whether all names and functions are known; those that are not are reported.
  private func check(
    _ expression: Expression, at text: ScalarText, in vocabulary: Vocabulary
  ) -> Bool {
    let (namespaces, areKnown) = checkCalls(expression, at: text, in: vocabulary)
    let check = ReferenceCheck(vocabulary: vocabulary, library: library)
    var isKnown = areKnown
    for reference in expression.references
    where !reference.isReceiver || !namespaces.contains(reference.range.lowerBound) {
      mentions.add(reference, in: text.text)
      if let (problem, part) = check.problem(with: reference.path) {
        reader.report(problem, at: text.range(Self.range(of: part, in: reference, text)))
        isKnown = false
      } else if let problem = check.missing(in: reference.path) {
        missing.report(problem, at: reader.source.place(text.range(reference.range)))
      }
    }
    return isKnown
  }

  private func checkTypes(
    _ expression: Expression, at text: ScalarText, in vocabulary: Vocabulary
  ) -> StaticType {
    let found = expression.checked(
      variables: { vocabulary.type(of: $0) }, functions: library.functions)
    for problem in found.problems {
      let part = String(
        decoding: Array(text.text.utf8.dropFirst(problem.range.lowerBound))
          .prefix(problem.range.count), as: UTF8.self)
      reader.report(
        .impossible(text: part, message: problem.sentence), at: text.range(problem.range))
    }
    return found.problems.isEmpty ? found.type : .dyn
  }

  /// Where one name of a reference stands; the whole reference where it is written with spaces.
  private static func range(
    of part: Int?, in reference: Reference, _ text: ScalarText
  ) -> Range<Int> {
    let written = text.text.utf8.dropFirst(reference.range.lowerBound).prefix(reference.range.count)
    guard let part, written.elementsEqual(reference.path.joined(separator: ".").utf8) else {
      return reference.range
    }
    let before = reference.path[..<part].reduce(0) { $0 + $1.utf8.count + 1 }
    let start = reference.range.lowerBound + before
    return start..<start + reference.path[part].utf8.count
  }

  /// Where the namespaces of functions stand, which are no variables, and whether all functions are
  /// known.
  private func checkCalls(
    _ expression: Expression, at text: ScalarText, in vocabulary: Vocabulary
  ) -> (namespaces: Set<Int>, areKnown: Bool) {
    var namespaces: Set<Int> = []
    var areKnown = true
    for call in expression.calledFunctions {
      let qualified = library.qualifiedName(of: call) { vocabulary[$0] != nil }
      let name = qualified ?? call.name
      if qualified != nil { namespaces.insert(call.range.lowerBound) }
      if let problem = library.problem(withFunction: name) {
        let start = max(call.range.lowerBound, call.range.upperBound - name.utf8.count)
        reader.report(problem, at: text.range(start..<call.range.upperBound))
        areKnown = false
      }
    }
    return (namespaces, areKnown)
  }
}
