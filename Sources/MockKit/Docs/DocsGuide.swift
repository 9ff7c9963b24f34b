/// What stands before the operations: accounts, how to log in, and what all routes have in common.
struct DocsGuide {
  let document: DocumentTree
  let accounts: [SeedData.Account]
  let base: String
  let wechat: String
  let language: DocsLanguage

  var html: String { start + sections }

  var entries: String {
    let own = ["<li><a href=\"#start\">\(language("Start here", "从这里开始"))</a></li>"]
    let rest = guide.map { section in
      let id = DocsText.escape(section["id"]?.string ?? "")
      return
        "<li><a href=\"#\(id)\">\(DocsText.escape(language.text("title", of: section)))</a></li>"
    }
    return (own + rest).joined()
  }

  private var guide: [DocumentTree] { document["x-guide"]?.items ?? [] }

  private var start: String {
    """
    <section id="start">
    <h2>\(language("Start here", "从这里开始"))</h2>
    <h3>\(language("Accounts", "账号"))</h3>
    \(accountTable)
    \(logins)
    </section>
    """
  }

  private var accountTable: String {
    let heads = [
      language("Phone", "手机号"), language("Name", "姓名"), language("Website password", "网站密码"),
      language("Mini-program", "小程序"),
    ]
    let rows = accounts.map { account in
      [
        "<code>\(account.phone)</code>",
        DocsText.escape(account.name) + " <span class=\"quiet\">\(account.level.rawValue)</span>",
        account.password.map { "<code>\(DocsText.escape($0))</code>" } ?? "—",
        account.wechat
          ? language("bound to WeChat", "已绑定微信") : language("with a phone code", "需手机号 code"),
      ]
    }
    return DocsText.table("accounts", heads, rows)
  }

  private var logins: String {
    (document["x-login"]?.items ?? []).map { step in
      let line = (step["curl"]?.string ?? "").replacing("{base}", with: base)
        .replacing("{wechat}", with: wechat)
      return "<p>\(DocsText.inline(language.text("title", of: step)))</p>"
        + DocsText.command(line, language)
    }.joined()
  }

  private var sections: String {
    guide.map { section in
      let texts = language == .zh ? section["x-zh-text"] ?? section["text"] : section["text"]
      return """
        <section id="\(DocsText.escape(section["id"]?.string ?? ""))">
        <h2>\(DocsText.escape(language.text("title", of: section)))</h2>
        \(DocsText.paragraphs(texts?.items.compactMap(\.string) ?? []))
        </section>
        """
    }.joined()
  }
}
