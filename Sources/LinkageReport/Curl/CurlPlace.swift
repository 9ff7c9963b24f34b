/// Where in a request a secret stands.
enum CurlPlace: Equatable {
  case url
  case header(String)
  case cookie(String)
  case password(user: String)
  /// Under a name of a JSON body or of a form; `nil` where none is seen.
  case body(String?)
  case proxy
  case key

  /// In a body, from what stands before the secret: the last `"name": "`, `name=` or
  /// `; name="name"`.
  static func body(after text: String) -> CurlPlace {
    let end = text.suffix(200)
    let patterns = [
      #/"([^"\\]+)"\s*:\s*(?:"[^"]*)?$/#, #/(?:^|&)([^=&\s]+)=[^&\s]*$/#,
      #/; name="([^"\r\n]+)"[^\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n[^\r\n]*$/#,
    ]
    for pattern in patterns {
      if let match = end.firstMatch(of: pattern.matchingSemantics(.unicodeScalar)) {
        return .body(String(match.output.1))
      }
    }
    return .body(nil)
  }

  /// The cookie that stands before the secret.
  static func cookie(after text: String) -> CurlPlace {
    let last = text.split(separator: "; ").last.map { $0.prefix { $0 != "=" } } ?? ""
    return .cookie(String(last))
  }
}
