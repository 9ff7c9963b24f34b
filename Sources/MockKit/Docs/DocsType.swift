/// A schema in a few words.
struct DocsType {
  let document: DocumentTree
  let language: DocsLanguage

  /// Objects with a name are linked, everything else is spelt out.
  func words(_ schema: DocumentTree) -> String {
    if let reference = schema["$ref"]?.string, let target = document.resolve(reference) {
      guard target["properties"] != nil else { return words(target) }
      let name = DocsText.escape(String(reference.split(separator: "/").last ?? ""))
      return "<a href=\"#schema-\(name)\">\(name)</a>"
    }
    if let items = schema["items"] { return language("list of ", "列表：") + words(items) }
    if let values = schema["enum"]?.items { return choices(values) }
    if let value = schema["const"]?.string { return "<code>\(DocsText.escape(value))</code>" }
    return DocsText.escape(([name(schema)] + limits(schema)).joined(separator: ", "))
  }

  private func choices(_ values: [DocumentTree]) -> String {
    values.compactMap(\.string).map { "<code>\(DocsText.escape($0))</code>" }
      .joined(separator: " · ")
  }

  private func name(_ schema: DocumentTree) -> String {
    let types = schema["type"].map { $0.items.isEmpty ? [$0] : $0.items } ?? []
    let names = types.compactMap(\.string)
    let word = word(of: names.first { $0 != "null" })
    return names.contains("null") ? language("\(word) or null", "\(word)或 null") : word
  }

  private func word(of type: String?) -> String {
    switch type {
    case "string": return language("text", "文本")
    case "integer": return language("integer", "整数")
    case "boolean": return language("true or false", "真假")
    case "object": return language("object", "对象")
    default: return language("anything", "任意")
    }
  }

  private func limits(_ schema: DocumentTree) -> [String] {
    let least = schema["minimum"] ?? schema["minLength"] ?? schema["minItems"]
    let most = schema["maximum"] ?? schema["maxLength"] ?? schema["maxItems"]
    switch (least?.string, most?.string) {
    case (let least?, let most?): return [language("\(least) to \(most)", "\(least) 到 \(most)")]
    case (let least?, nil): return [language("from \(least)", "至少 \(least)")]
    case (nil, let most?): return [language("up to \(most)", "至多 \(most)")]
    case (nil, nil): return schema["format"]?.string.map { [$0] } ?? []
    }
  }

  /// The fields of an object, with what they hold.
  func fields(_ schema: DocumentTree) -> String {
    let required = Set(schema["required"]?.items.compactMap(\.string) ?? [])
    let rows = (schema["properties"]?.fields ?? []).map { field in
      [
        "<code>\(DocsText.escape(field.name))</code>"
          + (required.contains(field.name) ? "" : optional),
        words(field.value), DocsText.inline(meaning(field.value)),
      ]
    }
    return DocsText.table(
      "fields", [language("Field", "字段"), language("Type", "类型"), language("Meaning", "含义")], rows)
  }

  private var optional: String {
    " <span class=\"quiet\">\(language("optional", "可选"))</span>"
  }

  private func meaning(_ schema: DocumentTree) -> String {
    let own = language.text("description", of: schema)
    guard own.isEmpty, let target = schema["$ref"]?.string.flatMap(document.resolve) else {
      return own
    }
    return target["properties"] == nil ? language.text("description", of: target) : ""
  }
}
