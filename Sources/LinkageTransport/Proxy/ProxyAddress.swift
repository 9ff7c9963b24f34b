/// A proxy's URL, taken apart so that what must not be told never reaches libcurl's messages.
struct ProxyAddress: Equatable {
  /// Without user and password.
  var url: String
  var user: String?
  var password: String?

  init(_ text: String) {
    let scheme = Self.scheme(of: text)
    let rest = text[scheme.endIndex...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@") else {
      url = text
      return
    }
    url = String(scheme + rest[rest.index(after: at)...])
    let parts = authority[..<at].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    user = parts.first.map(Self.unescaped) ?? ""
    password = parts.count > 1 ? Self.unescaped(parts[1]) : ""
  }

  /// With `://`; empty where there is none.
  private static func scheme(of text: String) -> Substring {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
      return text.prefix(0)
    }
    return text[...text.index(colon, offsetBy: 2)]
  }

  /// `%41` is `A`; a sign of per cent without two digits stays.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = ArraySlice(text.utf8)
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(isHex),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
