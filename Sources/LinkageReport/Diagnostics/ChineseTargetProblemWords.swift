import LinkageCore

enum ChineseTargetProblemWords {
  static func headline(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "`\(name)` 没有被用到"
    case .missingOutput(let name, let operation):
      "约定规定 `\(operation)` 输出 `\(name)`，但它的任何请求都没有给出"
    case .probeOnWrite(let operation): "`\(operation)` 是写操作，不会被反复执行"
    case .convertedTwice(let output):
      "`\(output)` 在约定中的类型是 `money`，会自动换算；再用 `money( )` 会变成一百倍"
    case .noCertificate(let path): "`\(path)` 中没有证书"
    case .noPrivateKey(let path, _): "`\(path)` 中没有私钥"
    case .encryptedKey(let path): "`\(path)` 中的私钥是加密的"
    case .plainKey(let path): "`\(path)` 中的私钥没有加密，用不到密码"
    case .needsTLS(let key, let base): "`\(key)` 需要 TLS，而 `\(base)` 没有使用 TLS"
    case .unknownHost(let name, _, _): "该目标的所有地址和请求中的 URL 都没有用到主机 `\(name)`"
    case .unsupportedProxy(let scheme): "不支持 `\(scheme)://` 类型的代理"
    case .unencodedPassword(let proxy): "`\(proxy)` 的用户名或密码中有 URL 不允许的字符"
    case .beyondTimeout(let key, let length, let timeout):
      "`\(key)` 为 \(DurationText.text(length))，而每个请求最多只等待 \(DurationText.text(timeout))"
    case .sessionOfOthers(let name, let platform, _):
      "平台 `\(platform)` 上从未设置 `session.\(name)`"
    }
  }

  static func advice(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "删除它，或用 `${\(name)}` 引用它"
    case .missingOutput(let name, _):
      "在 `out:` 中补上 `\(name)`，或在约定中把它标为可选，例如 `\"int?\"`"
    case .probeOnWrite: "删除 `probe`；如果它其实只读，请修正约定中的 `writes`"
    case .convertedTwice: "去掉 `money( )`"
    case .noCertificate(let path): pem(path) ?? "请提供 PEM 文件，其中应有 `-----BEGIN CERTIFICATE-----`"
    case .noPrivateKey(let path, true):
      pem(path) ?? "请提供 PEM 文件，其中应有 `-----BEGIN PRIVATE KEY-----`"
    case .noPrivateKey(_, false): "指明私钥所在的文件：`key: FILE`"
    case .encryptedKey: "加上 `password: \"${secret.NAME}\"`，并设置环境变量 LINKAGE_SECRET_NAME"
    case .plainKey: "删除 `password`，或改用加密的私钥"
    case .needsTLS(let key, _): "在 `base` 中改用 `https://`，或删除 `\(key)`"
    case .unknownHost: "改正主机名，或从 `resolve` 中删除它"
    case .unsupportedProxy: "请使用 HTTP 代理，例如 `http://proxy.example.com:3128`，或写 `none`"
    case .unencodedPassword:
      "请对用户名和密码做百分号编码：`/` 写作 `%2F`，`?` 写作 `%3F`，`#` 写作 `%23`，`@` 写作 `%40`，`%` 写作 `%25`"
    case .beyondTimeout(let key, _, _): "把它改短，删除 `\(key)`，或调大 `timeout`"
    case .sessionOfOthers(let name, _, let others):
      "每个平台的会话相互独立；`\(name)` 只在 \(ChineseMessageWords().list(others)) 上设置"
    }
  }

  /// How a bundle of another format becomes PEM; `nil` for a file that does not look like one.
  private static func pem(_ path: String) -> String? {
    path.lowercased().hasSuffix(".p12") || path.lowercased().hasSuffix(".pfx")
      ? "先转换为 PEM：`openssl pkcs12 -in \(path) -out client.pem`" : nil
  }
}
