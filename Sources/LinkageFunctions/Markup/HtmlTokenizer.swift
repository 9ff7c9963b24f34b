/// Cuts HTML into tags and text as the tokenizer of the HTML standard does (section 13.2.5).
///
/// Every byte is looked at a bounded number of times, whatever the page holds.
struct HtmlTokenizer {
  let bytes: [UInt8]
  var at = 0
  /// The element whose content is text up to its own end tag.
  private var raw: String?

  /// More attributes than this on one tag are passed over.
  static let attributeLimit = 1000

  init(_ text: String) {
    bytes = Self.normalised(text)
  }

  mutating func next() -> HtmlToken? {
    if let name = raw {
      raw = nil
      if let token = rawText(of: name) { return token }
    }
    var start = at
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<"), let kind = markup else {
        at += 1
        continue
      }
      if at > start { return .text(decoded(start..<at)) }
      if let token = token(kind) { return token }
      start = at
    }
    return at > start ? .text(decoded(start..<at)) : nil
  }

  // MARK: what begins here

  private enum Kind { case start, end, comment, bogus }

  /// What the `<` at this place begins; `nil` where it is text.
  private var markup: Kind? {
    guard at + 1 < bytes.count else { return nil }
    switch bytes[at + 1] {
    case let byte where byte.isLetter: return .start
    case UInt8(ascii: "/"):
      guard at + 2 < bytes.count else { return nil }
      return bytes[at + 2].isLetter ? .end : .bogus
    case UInt8(ascii: "!"): return bytes[at...].starts(with: "<!--".utf8) ? .comment : .bogus
    case UInt8(ascii: "?"): return .bogus
    default: return nil
    }
  }

  private mutating func token(_ kind: Kind) -> HtmlToken? {
    switch kind {
    case .start:
      guard let tag = startTag() else { return nil }
      if Self.rawElements.contains(tag.name) { raw = tag.name }
      return .start(tag)
    case .end:
      at += 1
      return startTag().map { .end($0.name) }
    case .comment: return .comment(comment())
    case .bogus:
      at = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      return nil
    }
  }

  private mutating func comment() -> String {
    let start = at + 4
    at = start
    // `<!-->` and `<!--->` are whole.
    for short in [">", "->"] where bytes[start...].starts(with: short.utf8) {
      at += short.utf8.count
      return ""
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "-") {
        for end in ["-->", "--!>"] where bytes[at...].starts(with: end.utf8) {
          let text = String(decoding: bytes[start..<at], as: UTF8.self)
          at += end.utf8.count
          return text
        }
      }
      at += 1
    }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  // MARK: content that is text

  private static let rawElements: Set = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  private mutating func rawText(of name: String) -> HtmlToken? {
    let start = at
    while at < bytes.count, !isEnd(of: name) { at += 1 }
    guard at > start else { return nil }
    let isDecoded = name == "textarea" || name == "title"
    return .text(
      isDecoded ? decoded(start..<at) : String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private func isEnd(of name: String) -> Bool {
    guard bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "/")
    else { return false }
    var position = at + 2
    for byte in name.utf8 {
      guard position < bytes.count, bytes[position].lowercased == byte else { return false }
      position += 1
    }
    guard position < bytes.count, name != "plaintext" else { return false }
    return bytes[position].isSpace || bytes[position] == UInt8(ascii: ">")
      || bytes[position] == UInt8(ascii: "/")
  }

  // MARK: text

  private func decoded(_ range: Range<Int>) -> String {
    CharacterReferences.decode(bytes[range], inAttribute: false)
  }

  /// Line ends become LF and zero bytes U+FFFD, as the standard wants it.
  private static func normalised(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == 0 || $0 == 0x0D }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0: result += "\u{FFFD}".utf8
      case 0x0D: result.append(0x0A)
      case 0x0A where index > 0 && bytes[index - 1] == 0x0D: continue
      default: result.append(byte)
      }
    }
    return result
  }
}
