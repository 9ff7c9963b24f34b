import CXML

/// `&amp;`, `&#20013;`, `&copy` and the like.
///
/// Known names are those of HTML 4 and of ASCII's punctuation; others stay as they are written.
enum CharacterReferences {
  static func decode(_ bytes: ArraySlice<UInt8>, inAttribute: Bool) -> String {
    guard bytes.contains(ampersand) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == ampersand,
        let (text, end) = reference(bytes[(at + 1)...], inAttribute: inAttribute)
      {
        result += text.utf8
        at = end
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands for a reference and where it ends; `nil` where the ampersand is one.
  private static func reference(
    _ rest: ArraySlice<UInt8>, inAttribute: Bool
  ) -> (String, Int)? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "#") { return number(rest.dropFirst()) }
    let name = rest.prefix(longestName).prefix { $0.isLetter || $0.isDigit }
    guard !name.isEmpty else { return nil }
    let following = rest[name.endIndex...].first
    if following == semicolon, let scalar = scalar(named: name) {
      return (String(scalar), name.endIndex + 1)
    }
    return unfinished(name, following, inAttribute: inAttribute)
  }

  /// The oldest names need no semicolon, except in an attribute where they may be part of a URL.
  private static func unfinished(
    _ name: ArraySlice<UInt8>, _ following: UInt8?, inAttribute: Bool
  ) -> (String, Int)? {
    for length in stride(from: min(6, name.count), through: 2, by: -1) {
      let prefix = name.prefix(length)
      guard let scalar = scalar(named: prefix), isOld(prefix, scalar) else { continue }
      if inAttribute, length < name.count || following == UInt8(ascii: "=") { return nil }
      return (String(scalar), prefix.endIndex)
    }
    return nil
  }

  private static func isOld(_ name: ArraySlice<UInt8>, _ scalar: Unicode.Scalar) -> Bool {
    let isLatin = (0xA0...0xFF).contains(scalar.value)
    return isLatin || ["amp", "lt", "gt", "quot"].contains { name.elementsEqual($0.utf8) }
      || capitals.keys.contains { name.elementsEqual($0.utf8) }
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: name, as: UTF8.self)
    if let known = capitals[text] ?? punctuation[text] { return known }
    guard let entity = htmlEntityLookup(text) else { return nil }
    return Unicode.Scalar(entity.pointee.value)
  }

  // MARK: numbers

  private static func number(_ rest: ArraySlice<UInt8>) -> (String, Int)? {
    var digits = rest
    var radix: UInt32 = 10
    if let mark = rest.first, mark.lowercased == UInt8(ascii: "x") {
      digits = rest.dropFirst()
      radix = 16
    }
    let start = digits.startIndex
    var value: UInt32 = 0
    while let byte = digits.first, let digit = digit(byte), digit < radix {
      // Beyond Unicode it only has to stay beyond.
      value = min(value * radix + digit, 0x11_0000)
      digits.removeFirst()
    }
    guard digits.startIndex > start else { return nil }
    let end = digits.first == semicolon ? digits.startIndex + 1 : digits.startIndex
    return (String(scalar(numbered: value)), end)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x61) + 10
    default: nil
    }
  }

  private static func scalar(numbered value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return windows[Int(value - 0x80)] }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let ampersand = UInt8(ascii: "&")
  private static let semicolon = UInt8(ascii: ";")
  /// HTML's longest name has 31 characters.
  private static let longestName = 32

  private static let capitals: [String: Unicode.Scalar] = [
    "AMP": "&", "LT": "<", "GT": ">", "QUOT": "\"", "COPY": "©", "REG": "®",
  ]

  private static let punctuation: [String: Unicode.Scalar] = [
    "Tab": "\t", "NewLine": "\n", "excl": "!", "num": "#", "dollar": "$", "percnt": "%",
    "apos": "'", "lpar": "(", "rpar": ")", "ast": "*", "plus": "+", "comma": ",", "period": ".",
    "sol": "/", "colon": ":", "semi": ";", "equals": "=", "quest": "?", "commat": "@",
    "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]", "rbrack": "]", "Hat": "^",
    "lowbar": "_", "grave": "`", "lcub": "{", "lbrace": "{", "verbar": "|", "vert": "|",
    "rcub": "}", "rbrace": "}",
  ]

  /// What the numbers 128 to 159 mean on the web: windows-1252.
  private static let windows: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
