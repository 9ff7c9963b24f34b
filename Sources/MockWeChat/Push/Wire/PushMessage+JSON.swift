extension PushMessage {
  /// - Parameter sealed: the same, encrypted, beside it.
  func json(with sealed: String? = nil) -> String {
    var pairs = Self.pairs(fields)
    if let entries { pairs.append("\"List\":" + Self.json(entries)) }
    if let sealed { pairs += Self.pairs([Field("Encrypt", .text(sealed))]) }
    return Self.object(pairs)
  }

  /// Only for whom it is, and the rest encrypted.
  static func json(sealed: String, to recipient: String) -> String {
    object(pairs([Field("ToUserName", .text(recipient)), Field("Encrypt", .text(sealed))]))
  }

  /// One entry stands for itself; only several make a list.
  private static func json(_ entries: Entries) -> String {
    let objects = entries.items.map { object(pairs($0)) }
    return objects.count == 1 ? objects[0] : "[" + objects.joined(separator: ",") + "]"
  }

  private static func object(_ pairs: [String]) -> String {
    "{" + pairs.joined(separator: ",") + "}"
  }

  private static func pairs(_ fields: [Field]) -> [String] {
    fields.map { WeChatValue.text($0.name).json + ":" + value($0.value).json }
  }

  private static func value(_ value: Value) -> WeChatValue {
    switch value {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .digits(let number): .text(String(number))
    }
  }
}
