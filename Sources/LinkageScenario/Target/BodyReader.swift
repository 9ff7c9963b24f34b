import LinkageCore

/// Reads what a request sends.
struct BodyReader {
  static let kinds = ["json", "form", "multipart", "body"]

  let expressions: ExpressionReader
  let vocabulary: Vocabulary
  private var reader: NodeReader { expressions.reader }

  func body(_ fields: Fields) -> RequestTemplate.Body {
    if fields.has("submit") { return submission(fields) }
    if let key = fields.key("fields") {
      let problem = Problem.unknownKey(
        key: "fields", owner: fields.owner, nearest: "form", known: Self.kinds)
      reader.report(problem, at: key)
    }
    let given = Self.kinds.filter(fields.has)
    if given.count > 1, let key = fields.key(given[1]) {
      reader.tooMany(given, of: Self.kinds, at: key)
    }
    return given.first.map { body($0, fields[$0]) } ?? .none
  }

  private func body(_ kind: String, _ node: YAMLNode?) -> RequestTemplate.Body {
    switch kind {
    case "json": expressions.template(node, in: vocabulary).map { .json($0) } ?? .none
    case "form": .form(expressions.entries(node, "form", in: vocabulary))
    case "multipart": .multipart(MultipartReader(expressions, vocabulary).parts(node))
    default: text(node, "body").map { .text($0) } ?? .none
    }
  }

  private func submission(_ fields: Fields) -> RequestTemplate.Body {
    let given = ["submit"] + Self.kinds.filter { $0 != "form" && fields.has($0) }
    if given.count > 1, let key = fields.key(given[1]) {
      reader.tooMany(given, of: ["submit", "form", "fields"], at: key)
    }
    return .submission(
      RequestTemplate.Submission(
        form: fields.text("form"),
        fields: expressions.entries(fields["fields"], "fields", in: vocabulary)))
  }

  private func text(_ node: YAMLNode?, _ owner: String) -> Template? {
    guard let node, !node.isBroken else { return nil }
    guard node.scalarText != nil else {
      reader.wrongType(node, owner, expected: "string")
      return nil
    }
    return expressions.template(node, in: vocabulary)
  }
}
