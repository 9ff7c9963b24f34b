import LinkageCore

enum EnglishTargetProblemWords {
  static func headline(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "nothing uses `\(name)`"
    case .missingOutput(let name, let operation):
      "no request of `\(operation)` gives the output `\(name)` that the contract promises"
    case .probeOnWrite(let operation): "`\(operation)` writes, so it is never repeated"
    case .convertedTwice(let output):
      "`\(output)` is `money` in the contract, which converts it: with `money( )` it would be "
        + "a hundred times too large"
    case .noCertificate(let path): "there is no certificate in `\(path)`"
    case .noPrivateKey(let path, _): "there is no private key in `\(path)`"
    case .encryptedKey(let path): "the private key in `\(path)` is encrypted"
    case .plainKey(let path):
      "the private key in `\(path)` is not encrypted, so no password belongs to it"
    case .needsTLS(let key, let base): "`\(key)` needs TLS, and there is none at `\(base)`"
    case .unknownHost(let name, _, _):
      "no address of this target and no URL in its requests has the host `\(name)`"
    case .unsupportedProxy(let scheme): "proxies of the kind `\(scheme)://` are not supported"
    case .unencodedPassword(let proxy):
      "user and password of `\(proxy)` hold a sign that a URL must not have there"
    case .beyondTimeout(let key, let length, let timeout):
      "`\(key)` is \(DurationText.text(length)), and every request is over after "
        + DurationText.text(timeout)
    case .sessionOfOthers(let name, let platform, _):
      "`session.\(name)` is never set on `\(platform)`"
    }
  }

  static func advice(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "remove it, or use it: `${\(name)}`"
    case .missingOutput(let name, _):
      "add `\(name)` to `out:`, or mark it as optional in the contract, such as `\"int?\"`"
    case .probeOnWrite:
      "remove `probe`; if it only reads, correct `writes` in the contract"
    case .convertedTwice: "leave out `money( )`"
    case .noCertificate(let path):
      pem(path) ?? "give a PEM file: it contains `-----BEGIN CERTIFICATE-----`"
    case .noPrivateKey(let path, true):
      pem(path) ?? "give a PEM file: it contains `-----BEGIN PRIVATE KEY-----`"
    case .noPrivateKey(_, false): "name the file of the private key: `key: FILE`"
    case .encryptedKey: "add `password: \"${secret.NAME}\"`, and set LINKAGE_SECRET_NAME"
    case .plainKey: "remove `password`, or give the encrypted key"
    case .needsTLS(let key, _): "write `https://` in `base`, or remove `\(key)`"
    case .unknownHost: "correct the host, or remove it from `resolve`"
    case .unsupportedProxy:
      "give an http proxy, such as `http://proxy.example.com:3128`, or `none`"
    case .unencodedPassword:
      "percent-encode both: `/` is `%2F`, `?` is `%3F`, `#` is `%23`, `@` is `%40`, `%` is `%25`"
    case .beyondTimeout(let key, _, _): "make it shorter, remove `\(key)`, or raise `timeout`"
    case .sessionOfOthers(let name, _, let others):
      "each platform has a session of its own; "
        + "\(EnglishMessageWords().list(others)) sets `\(name)` for itself alone"
    }
  }

  /// How a bundle of another format becomes PEM; `nil` for a file that does not look like one.
  private static func pem(_ path: String) -> String? {
    path.lowercased().hasSuffix(".p12") || path.lowercased().hasSuffix(".pfx")
      ? "turn it into PEM: `openssl pkcs12 -in \(path) -out client.pem`" : nil
  }
}
