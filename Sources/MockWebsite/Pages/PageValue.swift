/// What the API answered, on its way into a page.
enum PageValue: Sendable, Equatable, Decodable {
  case null
  case bool(Bool)
  case number(Int)
  case text(String)
  case list([PageValue])
  case object([String: PageValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([PageValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: PageValue].self))
    }
  }

  subscript(_ key: String) -> PageValue {
    if case .object(let fields) = self { return fields[key] ?? .null }
    return .null
  }

  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// As the templates read it: no value at all for null, and beside what people cannot read (a
  /// status, a moment) its text in their language.
  func context(_ words: PageWords) -> Any? {
    switch self {
    case .null: nil
    case .bool(let bool): bool
    case .number(let number): number
    case .text(let text): text
    case .list(let items): items.compactMap { $0.context(words) }
    case .object(let fields): Self.context(of: fields, words)
    }
  }

  private static func context(of fields: [String: PageValue], _ words: PageWords) -> [String: Any] {
    var context: [String: Any] = [:]
    for (key, value) in fields {
      context[key] = value.context(words)
      if let text = value.text {
        let own = words.language == "en" ? fields["\(key)En"]?.text : nil
        context["\(key)Text"] = own ?? words.text(of: text, named: key)
      }
      // Lists as flags, so that a template can ask whether there is anything.
      if case .list(let items) = value { context["\(key)Any"] = !items.isEmpty }
    }
    if let status = fields["status"]?.text { context["is_\(status)"] = true }
    return context
  }
}
