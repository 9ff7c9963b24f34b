import LinkageCore
import Values

extension SecretNames {
  /// What a platform's address, its proxy and its client certificate tell.
  static func secrets(of platform: Target.Platform) -> [String] {
    let settings = platform.connection.settings
    var secrets = secrets(inURLWithUser: platform.base)
    if case .at(let proxy, _) = settings.proxy { secrets += self.secrets(inURLWithUser: proxy) }
    if let password = settings.certificate?.password { secrets.append(password) }
    return secrets
  }

  /// Both as the URL has them and as they are sent.
  private static func secrets(inURLWithUser url: String) -> [String] {
    guard url.utf8.contains(UInt8(ascii: "@")) else { return [] }
    return secrets(inURL: url)
      + (url.utf8.contains(UInt8(ascii: "%")) ? decodedSecrets(inURL: url) : [])
  }

  /// Decoded apart from one another: what is encoded may itself divide.
  private static func decodedSecrets(inURL url: String) -> [String] {
    guard let scheme = url.firstRange(of: "://") else { return [] }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@"),
      let colon = authority[..<at].firstIndex(of: ":")
    else { return [] }
    let user = decoded(authority[..<colon])
    let password = decoded(authority[authority.index(after: colon)..<at])
    return [
      String(decoding: password, as: UTF8.self),
      Base64.encode(user + [UInt8(ascii: ":")] + password),
    ]
  }

  /// RFC 3986, section 2.1; a `%` without two digits stands for itself.
  private static func decoded(_ text: Substring) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let pair = rest.prefix(2)
      if byte == UInt8(ascii: "%"), pair.count == 2,
        pair.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest.removeFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
