import LinkageCore

/// What stands behind a failure, and what helps.
struct ChineseFailureWords: FailureWords {
  func reason(_ failure: TransportFailure) -> String? {
    switch failure.cause {
    case .proxyUnreachable(let proxy)?: unreachable(proxy, failure)
    case .proxyInvalid(let proxy)?:
      proxy.variable.map { "环境变量 `\($0)` 不是有效的代理地址" } ?? "目标文件中的 `proxy` 不是有效的地址"
    case .tunnelRefused(let proxy, 407)?: "\(name(proxy))要求提供用户名和密码"
    case .tunnelRefused(let proxy, let status)?:
      "\(name(proxy))不予放行：对 CONNECT 的响应是 \(status)"
    case .certificateWanted?: "服务器要求客户端证书" + detail(failure)
    case .certificateRefused?: "服务器似乎不接受客户端证书" + detail(failure)
    case .tlsVersion?: "双方没有共同支持的 TLS 版本" + detail(failure)
    case .packing?: "响应无法解压" + detail(failure)
    case .answerSize?, .idle?, .certificateUnusable?, .noHTTP2?, nil: nil
    }
  }

  func advice(_ cause: FailureCause) -> String? {
    switch cause {
    case .proxyUnreachable(let proxy):
      "启动代理，或修正\(setting(proxy))；不使用代理：在目标文件中写 `proxy: none`"
    case .proxyInvalid(let proxy):
      "将\(setting(proxy)) 写成 http://host:port；用户名和密码做百分号编码后，以 `user:password@` 写在主机名之前"
    case .tunnelRefused(let proxy, 407): proxyPassword(proxy)
    case .tunnelRefused(let proxy, _):
      "请代理放行该主机，或用\(proxy.variable == nil ? " `proxy` 下的 `except` " : " `no_proxy` ")绕过代理"
    case .certificateWanted: "在目标文件中指定证书：tls: { cert: FILE.pem, key: FILE.pem }"
    case .certificateRefused: "检查目标文件中的 `tls.cert`：是否在有效期内，签发者是否符合服务器的要求"
    case .certificateUnusable: "检查目标文件中的 `tls.cert`、`tls.key` 和 `tls.password` 是否配套"
    case .tlsVersion: "如果服务器只支持旧版本，可在目标文件中调低 `tls.min`"
    case .packing: "在目标文件中写 `compress: false`，可要求服务器不压缩响应"
    case .answerSize: "如果响应本来就这么大，可在目标文件中调大 `limits.answer`"
    case .idle: "如果只是较慢，可调大 `limits.idle`"
    case .noHTTP2: "去掉目标文件中的 `http: \"2\"`"
    }
  }

  func proxyPassword(_ proxy: FailureCause.Proxy?) -> String {
    "在\(setting(proxy)) 中以 `user:password@` 写在主机名之前，并做百分号编码（`@` 写作 `%40`）"
  }

  func proxyAsks(_ proxy: FailureCause.Proxy?, at address: String) -> String {
    "\(proxy.map(name) ?? "代理 `\(address)` ")要求提供用户名和密码"
  }

  private func unreachable(_ proxy: FailureCause.Proxy, _ failure: TransportFailure) -> String {
    switch failure.kind {
    case .refused: "\(name(proxy))拒绝连接"
    case .nameNotResolved: "无法解析\(name(proxy))的主机名"
    case .timeout: "\(name(proxy))没有及时响应"
    default: "无法连接\(name(proxy))" + detail(failure)
    }
  }

  private func name(_ proxy: FailureCause.Proxy) -> String {
    let origin = proxy.variable.map { "环境变量 `\($0)`" } ?? "目标文件中的 `proxy`"
    return "代理 `\(proxy.address)`（\(origin)）"
  }

  private func setting(_ proxy: FailureCause.Proxy?) -> String {
    proxy?.variable.map { "环境变量 `\($0)`" } ?? "目标文件的 `proxy`"
  }

  private func detail(_ failure: TransportFailure) -> String {
    failure.detail.isEmpty ? "" : "（\(ChineseDetailWords().text(failure.detail))）"
  }
}
