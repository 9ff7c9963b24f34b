/// A CSS selector of one element: a tag's name, `#id`, `.class` and `[attribute]` together.
struct FormSelector {
  private enum Part {
    case tag(String)
    case id(String)
    case hasClass(String)
    case attribute(name: String, relation: String, value: String)
  }

  private var parts: [Part] = []

  /// `nil` where the text is something else, such as several elements below each other.
  init?(_ text: String) {
    var rest = Array(text.htmlTrimmed.utf8)[...]
    guard !rest.isEmpty else { return nil }
    if let first = rest.first, first == UInt8(ascii: "*") || Self.isName(first) {
      if first == UInt8(ascii: "*") {
        rest.removeFirst()
      } else if let name = Self.name(&rest) {
        parts.append(.tag(name.asciiLowercased))
      }
    }
    while let mark = rest.popFirst() {
      guard let part = Self.part(mark, &rest) else { return nil }
      parts.append(part)
    }
  }

  func matches(_ tag: MarkupTag) -> Bool {
    parts.allSatisfy { part in
      switch part {
      case .tag(let name): tag.name == name
      case .id(let id): tag["id"] == id
      case .hasClass(let name): tag["class"].map { Self.words($0).contains(name) } ?? false
      case .attribute(let name, let relation, let value):
        tag[name].map { Self.holds($0, relation, value) } ?? false
      }
    }
  }

  private static func holds(_ found: String, _ relation: String, _ value: String) -> Bool {
    switch relation {
    case "=": found == value
    case "^=": !value.isEmpty && found.hasPrefix(value)
    case "$=": !value.isEmpty && found.hasSuffix(value)
    case "*=": !value.isEmpty && found.contains(value)
    case "~=": words(found).contains(value)
    case "|=": found == value || found.hasPrefix(value + "-")
    default: true
    }
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.split(whereSeparator: \.isSpace).map { String(Substring($0)) }
  }

  // MARK: parsing

  private static func part(_ mark: UInt8, _ rest: inout ArraySlice<UInt8>) -> Part? {
    switch mark {
    case UInt8(ascii: "#"): name(&rest).map { .id($0) }
    case UInt8(ascii: "."): name(&rest).map { .hasClass($0) }
    case UInt8(ascii: "["): attribute(&rest)
    default: nil
    }
  }

  private static func attribute(_ rest: inout ArraySlice<UInt8>) -> Part? {
    skipSpaces(&rest)
    guard let name = name(&rest)?.asciiLowercased else { return nil }
    skipSpaces(&rest)
    var relation = ""
    while let byte = rest.first, "^$*~|=".utf8.contains(byte), !relation.hasSuffix("=") {
      relation.unicodeScalars.append(Unicode.Scalar(byte))
      rest.removeFirst()
    }
    skipSpaces(&rest)
    var value = ""
    if !relation.isEmpty {
      guard relation.hasSuffix("="), let text = quoted(&rest) ?? self.name(&rest) else {
        return nil
      }
      value = text
      skipSpaces(&rest)
    }
    guard rest.popFirst() == UInt8(ascii: "]") else { return nil }
    return .attribute(name: name, relation: relation, value: value)
  }

  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest.dropFirst()[..<end], as: UTF8.self)
  }

  /// A back slash takes the next character as it is.
  private static func name(_ rest: inout ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    while let byte = rest.first {
      if byte == UInt8(ascii: "\\"), rest.count > 1 {
        rest.removeFirst()
      } else if !isName(byte) {
        break
      }
      bytes.append(rest.removeFirst())
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\\")
  }

  private static func skipSpaces(_ rest: inout ArraySlice<UInt8>) {
    while let byte = rest.first, byte.isSpace { rest.removeFirst() }
  }
}
