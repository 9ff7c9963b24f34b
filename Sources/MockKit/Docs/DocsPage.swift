/// The whole page.
struct DocsPage {
  let document: DocumentTree
  let accounts: [SeedData.Account]
  let base: String
  let wechat: String
  let language: DocsLanguage

  var html: String {
    """
    <!doctype html>
    <html lang="\(language.tag)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>\(DocsStyle.css)</style>
    </head>
    <body>
    <a class="skip" href="#main">\(language("Skip to the text", "跳到正文"))</a>
    \(header)
    <div class="columns">
    <nav aria-label="\(language("Contents", "目录"))">\(contents)</nav>
    <main id="main" tabindex="-1">
    <p class="lead">\(DocsText.inline(description))</p>
    \(guide.html)
    \(groups)
    \(schemas)
    </main>
    </div>
    <script>\(DocsStyle.script(copied: language("Copied", "已复制")))</script>
    </body>
    </html>
    """
  }

  private var title: String {
    DocsText.escape(language.text("title", of: document["info"] ?? .map([])))
  }

  private var description: String {
    language.text("description", of: document["info"] ?? .map([]))
  }

  private var header: String {
    let other = language.other
    let name = language("中文", "English")
    return """
      <header>
      <div class="title"><h1>\(title)</h1><code>\(DocsText.escape(base))</code></div>
      <div class="links"><a href="/openapi.json">openapi.json</a>
      <a href="?lang=\(other.rawValue)" lang="\(other.tag)" hreflang="\(other.tag)">\(name)</a></div>
      </header>
      """
  }

  private var guide: DocsGuide {
    DocsGuide(
      document: document, accounts: accounts, base: base, wechat: wechat, language: language)
  }

  /// The tags that have operations, in the order of the document.
  private var tags: [(name: String, title: String, articles: [DocsArticle])] {
    let operations = Dictionary(grouping: DocsOperation.all(of: document), by: \.tag)
    return (document["tags"]?.items ?? []).compactMap { tag in
      let name = tag["name"]?.string ?? ""
      guard let own = operations[name] else { return nil }
      let articles = own.map { DocsArticle(operation: $0, base: base, language: language) }
      return (name, DocsText.escape(language.text("description", of: tag)), articles)
    }
  }

  private var contents: String {
    let groups = tags.map { tag in
      "<h2><a href=\"#tag-\(tag.name)\">\(tag.title)</a></h2>"
        + "<ul>\(tag.articles.map(\.entry).joined())</ul>"
    }
    return "<ul>\(guide.entries)</ul>" + groups.joined()
      + "<h2><a href=\"#schemas\">\(language("Schemas", "数据结构"))</a></h2>"
  }

  private var groups: String {
    tags.map { tag in
      "<section id=\"tag-\(tag.name)\"><h2>\(tag.title)</h2>"
        + tag.articles.map(\.html).joined() + "</section>"
    }.joined()
  }

  private var schemas: String {
    let types = DocsType(document: document, language: language)
    let all = document[path: "components", "schemas"]?.fields ?? []
    let objects = all.filter { $0.value["properties"] != nil }.map { schema in
      let name = DocsText.escape(schema.name)
      return "<article id=\"schema-\(name)\"><h3><code>\(name)</code></h3>"
        + types.fields(schema.value) + "</article>"
    }
    return "<section id=\"schemas\"><h2>\(language("Schemas", "数据结构"))</h2>"
      + objects.joined() + "</section>"
  }
}
