/// Text on its way into a page.
package enum DocsText {
  package static func escape(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }

  /// Escapes, and shows what stands between backticks as code.
  static func inline(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      let safe = escape(String(part))
      return index.isMultiple(of: 2) ? safe : "<code>\(safe)</code>"
    }.joined()
  }

  static func paragraphs(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.map { "<p>\(inline($0))</p>" }.joined(separator: "\n")
  }

  /// Lines to copy.
  static func command(_ text: String, _ language: DocsLanguage) -> String {
    let label = language("Copy", "复制")
    return "<div class=\"command\"><pre tabindex=\"0\"><code>\(escape(text))</code></pre>"
      + "<button type=\"button\" hidden>\(label)</button></div>"
  }

  /// - Parameter kind: decides how wide the columns are.
  static func table(_ kind: String, _ heads: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let head = heads.map { "<th scope=\"col\">\(escape($0))</th>" }.joined()
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    return "<div class=\"table\"><table class=\"\(kind)\"><thead><tr>\(head)</tr></thead>"
      + "<tbody>\(body.joined())</tbody></table></div>"
  }
}
