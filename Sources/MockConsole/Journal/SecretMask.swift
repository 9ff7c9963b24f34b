import Foundation

/// Leaves out what nobody who looks at a journal needs to see.
enum SecretMask {
  static let mask = "***"

  private static let headers: Set<String> = [
    "authorization", "cookie", "set-cookie", "webhook-signature", "proxy-authorization",
  ]

  private static let names = [
    "password", "old", "new", "token", "access_token", "secret", "session_key", "code", "phoneCode",
    "js_code", "salt", "hash", "key", "appsecret", "encodingAESKey", "apiV3Key", "privateKey",
    "refresh_token",
  ]

  /// A program may write a name in another case by mistake; its secret is one all the same.
  private static let lowercaseNames = Set(names.map { $0.lowercased() })

  static func header(_ name: String, _ value: String) -> String {
    headers.contains(name.lowercased()) ? mask : value
  }

  static func query(_ name: String, _ value: String) -> String {
    lowercaseNames.contains(name.lowercased()) ? mask : value
  }

  /// JSON fields, form fields and keys of the link; the rest stays as it was written.
  static func text(_ text: String) -> String {
    let alternatives = names.joined(separator: "|")
    return [
      (#"(?i)("(?:\#(alternatives))"\s*:\s*)"(?:[^"\\]|\\.)*""#, "$1\"\(mask)\""),
      (#"(?i)((?:^|[?&])(?:\#(alternatives))=)[^&\s"]*"#, "$1\(mask)"),
      (#"(wx_code=')[^']*"#, "$1\(mask)"),
      (#"whsec_[A-Za-z0-9+/=]+"#, "whsec_\(mask)"),
    ].reduce(text) { text, rule in
      text.replacingOccurrences(of: rule.0, with: rule.1, options: .regularExpression)
    }
  }

  static func text(_ body: Data) -> String {
    text(String(decoding: body, as: UTF8.self))
  }
}
