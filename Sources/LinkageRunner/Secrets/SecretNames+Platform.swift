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
    let authority = URLAuthority(of: url)
    guard let user = authority.user, let password = authority.password.map(URLAuthority.decoded)
    else { return [] }
    return [
      String(decoding: password, as: UTF8.self),
      Base64.encode(URLAuthority.decoded(user) + [UInt8(ascii: ":")] + password),
    ]
  }
}
