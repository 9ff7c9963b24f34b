extension PushMessage {
  /// - Parameter sealed: the same, encrypted, beside it.
  func xml(with sealed: String? = nil) -> String {
    var lines = fields.map(Self.xml)
    if let entries { lines.append(Self.xml(entries)) }
    if let sealed { lines.append(Self.xml(Field("Encrypt", .text(sealed)))) }
    return "<xml>" + lines.joined(separator: "\n") + "\n</xml>"
  }

  /// Only for whom it is, and the rest encrypted.
  static func xml(sealed: String, to recipient: String) -> String {
    let fields = [Field("ToUserName", .text(recipient)), Field("Encrypt", .text(sealed))]
    return "<xml>\n" + fields.map { "    \(xml($0))\n" }.joined() + "</xml>\n"
  }

  private static func xml(_ entries: Entries) -> String {
    let lists = entries.items.map { "<List>" + $0.map(xml).joined(separator: "\n") + "</List>" }
    return "<\(entries.wrapper)>" + lists.joined(separator: "\n") + "</\(entries.wrapper)>"
  }

  private static func xml(_ field: Field) -> String {
    "<\(field.name)>\(xml(field.value))</\(field.name)>"
  }

  private static func xml(_ value: Value) -> String {
    switch value {
    case .text(let text): "<![CDATA[" + text.replacing("]]>", with: "]]]]><![CDATA[>") + "]]>"
    case .number(let number), .digits(let number): String(number)
    }
  }
}
