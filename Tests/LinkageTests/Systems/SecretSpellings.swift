import Foundation

/// The ways in which systems write a text, made with other means than the program's.
enum SecretSpellings {
  /// What a careless system answers with.
  static func page(of secret: String) -> String {
    ([secret] + encoded(secret) + base64Texts(secret)).joined(separator: " | ")
  }

  /// What must stand nowhere.
  static func traces(of secret: String) -> [String] {
    [secret, String(secret.prefix(10))] + encoded(secret) + base64Parts(secret)
  }

  private static func encoded(_ secret: String) -> [String] {
    let strict = percent(secret, keeping: "-._~")
    let browser = percent(secret, keeping: "-._~!'()*")
    let field = percent(secret, keeping: "-._*").replacingOccurrences(of: "%20", with: "+")
    let base64 = Data(secret.utf8).base64EncodedString()
    let units = secret.utf16.map { String(format: "\\u%04x", $0) }.joined()
    return [
      strict, lowered(strict), browser, field, lowered(field), percent(secret, keeping: "-._~/"),
      percent(strict, keeping: "-._~"), percent(base64, keeping: ""), json(secret),
      json(secret).replacingOccurrences(of: "/", with: "\\/"), json(json(secret)), ascii(secret),
      ascii(secret).replacingOccurrences(of: "/", with: "\\/"), ascii(secret).uppercasedUnits,
      units, html(secret) { "&#\($0);" }, html(secret) { "&#x\(String($0, radix: 16));" },
      secret.unicodeScalars.map { "&#\($0.value);" }.joined(),
      html(secret) { $0 == 0xE9 ? "&eacute;" : "&#\($0);" },
      secret.utf8.map { String(format: "%02x", $0) }.joined(),
    ]
  }

  private static func percent(_ text: String, keeping marks: String) -> String {
    let kept = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + marks)
    return text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
  }

  /// With the digits after each `%` in lower case.
  private static func lowered(_ text: String) -> String {
    text.replacing(#/%[0-9A-F]{2}/#) { $0.output.lowercased() }
  }

  /// Inside the quotes of a JSON string.
  private static func json(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
      .replacingOccurrences(of: "\n", with: "\\n")
  }

  private static func ascii(_ text: String) -> String {
    json(text).map { character in
      character.isASCII
        ? String(character) : character.utf16.map { String(format: "\\u%04x", $0) }.joined()
    }.joined()
  }

  private static func html(_ text: String, _ number: (UInt32) -> String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: scalar.isASCII ? String(scalar) : number(scalar.value)
      }
    }.joined()
  }

  /// With none, one and two bytes in front.
  private static func base64Texts(_ secret: String) -> [String] {
    ["", "u", "uu"].flatMap { before in
      let text = Data("\(before)\(secret):end".utf8).base64EncodedString()
      return [text, forURLs(text)]
    }
  }

  /// The characters that hold bits of the secret alone.
  private static func base64Parts(_ secret: String) -> [String] {
    (0..<3).flatMap { before in
      let bytes = Data(repeating: 0x75, count: before) + Data(secret.utf8)
      let all = bytes.base64EncodedString().prefix(bytes.count * 8 / 6)
      let part = String(all.dropFirst((before * 8 + 5) / 6))
      return [part, forURLs(part)]
    }
  }

  private static func forURLs(_ base64: String) -> String {
    base64.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
  }
}

extension String {
  /// With the digits of `\u00e9` in upper case.
  fileprivate var uppercasedUnits: String {
    replacing(#/\\u([0-9a-f]{4})/#) { "\\u" + $0.output.1.uppercased() }
  }
}
