/// One operation on the page.
struct DocsArticle {
  let operation: DocsOperation
  let base: String
  let language: DocsLanguage

  var html: String {
    """
    <article id="\(DocsText.escape(operation.id))">
    <h3>\(badge)<code class="path">\(path)</code></h3>
    <p class="summary">\(text("summary"))\(session)</p>
    \(DocsText.paragraphs([language.text("description", of: operation.node)]))
    \(DocsText.command(DocsCurl(base: base, operation: operation).text, language))
    \(parameters)
    \(body)
    \(DocsAnswers(operation: operation, language: language).html)
    </article>
    """
  }

  var entry: String {
    "<li><a href=\"#\(DocsText.escape(operation.id))\">\(badge)<span>\(text("summary"))</span></a></li>"
  }

  private var path: String {
    DocsText.escape(operation.path).replacing("/", with: "/<wbr>")
  }

  private var badge: String {
    "<span class=\"method \(operation.method.lowercased())\">\(operation.method)</span>"
  }

  private var session: String {
    guard let scheme = operation.scheme else { return "" }
    let isStaff = scheme["scheme"]?.string == "basic"
    let words =
      isStaff ? language("staff login", "店员登录") : language("session", "需登录")
    return " <span class=\"chip\">\(words)</span>"
  }

  private var types: DocsType { DocsType(document: operation.document, language: language) }

  private func text(_ name: String) -> String {
    DocsText.inline(language.text(name, of: operation.node))
  }

  private var parameters: String {
    let rows = operation.parameters.map { parameter in
      [
        "<code>\(DocsText.escape(parameter["name"]?.string ?? ""))</code>"
          + (parameter["required"]?.string == "true"
            ? "" : " <span class=\"quiet\">\(language("optional", "可选"))</span>"),
        place(parameter), parameter["schema"].map(types.words) ?? "",
        DocsText.inline(language.text("description", of: parameter)),
      ]
    }
    return DocsText.table(
      "parameters",
      [
        language("Parameter", "参数"), language("In", "位置"), language("Type", "类型"),
        language("Meaning", "含义"),
      ], rows)
  }

  private func place(_ parameter: DocumentTree) -> String {
    switch parameter["in"]?.string {
    case "path": language("path", "路径")
    case "query": language("query", "查询")
    default: language("header", "请求头")
    }
  }

  private var body: String {
    guard let schema = operation.body?["schema"].map(operation.followed),
      schema["properties"] != nil
    else { return "" }
    return "<h4>\(language("Body", "正文"))</h4>" + types.fields(schema)
  }
}
