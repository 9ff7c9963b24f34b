/// What an operation may answer, one row for each body and for each problem.
struct DocsAnswers {
  /// What every operation of the kind answers; the guide tells of it.
  private static let general: Set<String> = [
    "body-too-large", "idempotency-key-invalid", "idempotency-key-reused", "request-in-progress",
  ]

  let operation: DocsOperation
  let language: DocsLanguage

  var html: String {
    let heads = [
      language("Status", "状态"), language("Body", "正文"), language("Meaning", "含义"),
    ]
    let rows = operation.responses.flatMap { self.rows($0.status, $0.node) }
    return "<h4>\(language("Answers", "响应"))</h4>" + DocsText.table("answers", heads, rows)
  }

  private func rows(_ status: String, _ node: DocumentTree) -> [[String]] {
    let mark = "<span class=\"status s\(status.prefix(1))\">\(DocsText.escape(status))</span>"
    let content = node["content"]?.fields.first
    guard let types = content?.value[path: "schema", "properties", "type", "enum"]?.items else {
      let meaning = DocsText.inline(language.text("description", of: node))
      return [[mark, content.map(body) ?? "", meaning]]
    }
    let names = types.compactMap(\.string).map { String($0.dropFirst("/problems/".count)) }
    return names.filter { !Self.general.contains($0) }.map { name in
      [mark, "<code>/problems/\(DocsText.escape(name))</code>", meaning(of: name)]
    }
  }

  private func meaning(of problem: String) -> String {
    let node = operation.document[path: "x-problems", problem]
    return DocsText.inline(node.map { language.text("description", of: $0) } ?? "")
  }

  private func body(_ content: DocumentTree.Field) -> String {
    guard let schema = content.value["schema"], content.name == "application/json" else {
      return "<code>\(DocsText.escape(content.name))</code>"
    }
    let types = DocsType(document: operation.document, language: language)
    let fields = schema["properties"]?.fields.map { field in
      "<code>\(DocsText.escape(field.name))</code> \(types.words(field.value))"
    }
    return fields?.joined(separator: "<br>") ?? types.words(schema)
  }
}
