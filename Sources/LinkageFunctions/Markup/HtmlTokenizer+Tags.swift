/// Tags with their attributes.
extension HtmlTokenizer {
  /// The tag whose `<` (or the `/` behind it) stands here; `nil` when the page ends inside of it.
  mutating func startTag() -> MarkupTag? {
    at += 1
    var tag = MarkupTag(name: name { $0.isSpace || $0 == slash || $0 == close })
    var seen: Set<String> = []
    while at < bytes.count {
      skip { $0.isSpace || $0 == slash }
      guard at < bytes.count else { return nil }
      if bytes[at] == close {
        tag.isSelfClosing = bytes[at - 1] == slash
        at += 1
        return tag
      }
      guard let attribute = attribute() else { return nil }
      if seen.count < Self.attributeLimit, seen.insert(attribute.name).inserted {
        tag.attributes.append(attribute)
      }
    }
    return nil
  }

  private mutating func attribute() -> MarkupAttribute? {
    let start = at
    // An equals sign in front belongs to the name.
    at += 1
    skip { !$0.isSpace && $0 != slash && $0 != close && $0 != equals }
    let name = lowered(start..<at)
    let behindName = at
    skip { $0.isSpace }
    guard at < bytes.count, bytes[at] == equals else {
      at = behindName
      return MarkupAttribute(name: name, value: "")
    }
    at += 1
    skip { $0.isSpace }
    guard let value = value() else { return nil }
    return MarkupAttribute(name: name, value: value)
  }

  private mutating func value() -> String? {
    guard at < bytes.count else { return nil }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      let start = at
      skip { $0 != quote }
      guard at < bytes.count else { return nil }
      defer { at += 1 }
      return decoded(start..<at)
    }
    let start = at
    skip { !$0.isSpace && $0 != close }
    return decoded(start..<at)
  }

  private mutating func name(until isEnd: (UInt8) -> Bool) -> String {
    let start = at
    skip { !isEnd($0) }
    return lowered(start..<at)
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while at < bytes.count, condition(bytes[at]) { at += 1 }
  }

  private func decoded(_ range: Range<Int>) -> String {
    CharacterReferences.decode(bytes[range], inAttribute: true)
  }

  private func lowered(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(\.lowercased), as: UTF8.self)
  }
}

private let slash = UInt8(ascii: "/")
private let close = UInt8(ascii: ">")
private let equals = UInt8(ascii: "=")
