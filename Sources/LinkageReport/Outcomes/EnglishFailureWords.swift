import LinkageCore

/// What stands behind a failure, and what helps.
struct EnglishFailureWords: FailureWords {
  func reason(_ failure: TransportFailure) -> String? {
    switch failure.cause {
    case .proxyUnreachable(let proxy)?: unreachable(proxy, failure)
    case .proxyInvalid(let proxy)?:
      proxy.variable.map { "`\($0)` of the environment holds no valid address of a proxy" }
        ?? "`proxy` of the target holds no valid address"
    case .tunnelRefused(let proxy, 407)?: "\(name(proxy)) asks for a user and a password"
    case .tunnelRefused(let proxy, let status)?:
      "\(name(proxy)) does not let it through: it answered CONNECT with \(status)"
    case .certificateWanted?: "the server asks for a client certificate" + detail(failure)
    case .certificateRefused?:
      "the server does not seem to accept the client certificate" + detail(failure)
    case .tlsVersion?: "no version of TLS is spoken by both sides" + detail(failure)
    case .packing?: "the answer cannot be unpacked" + detail(failure)
    case .answerSize?, .idle?, .certificateUnusable?, .noHTTP2?, nil: nil
    }
  }

  func advice(_ cause: FailureCause) -> String? {
    switch cause {
    case .proxyUnreachable(let proxy):
      "start the proxy or correct \(setting(proxy)); without a proxy: `proxy: none` in the target"
    case .proxyInvalid(let proxy):
      "write \(setting(proxy)) as http://host:port, with `user:password@` percent-encoded before the host"
    case .tunnelRefused(let proxy, 407): proxyPassword(proxy)
    case .tunnelRefused(let proxy, _):
      "have the proxy let this host through, or go past it: "
        + (proxy.variable == nil ? "`except` under `proxy`" : "`no_proxy`")
    case .certificateWanted: "name one in the target: tls: { cert: FILE.pem, key: FILE.pem }"
    case .certificateRefused:
      "check `tls.cert` in the target: is it valid, and signed as the server asks?"
    case .certificateUnusable:
      "check `tls.cert`, `tls.key` and `tls.password` in the target: do they belong together?"
    case .tlsVersion:
      "does the server speak only older versions? `tls.min` in the target lets them in"
    case .packing: "`compress: false` in the target asks for answers that are not packed"
    case .answerSize: "raise `limits.answer` in the target if answers may be that large"
    case .idle: "raise `limits.idle` if it is only slow"
    case .noHTTP2: "leave out `http: \"2\"` in the target"
    }
  }

  func proxyPassword(_ proxy: FailureCause.Proxy?) -> String {
    "give both in \(setting(proxy)) as `user:password@` before the host, percent-encoded (`@` is `%40`)"
  }

  func proxyAsks(_ proxy: FailureCause.Proxy?, at address: String) -> String {
    "\(proxy.map(name) ?? "the proxy `\(address)`") asks for a user and a password"
  }

  private func unreachable(_ proxy: FailureCause.Proxy, _ failure: TransportFailure) -> String {
    switch failure.kind {
    case .refused: "\(name(proxy)) refuses connections"
    case .nameNotResolved: "the host name of \(name(proxy)) cannot be resolved"
    case .timeout: "\(name(proxy)) does not answer in time"
    default: "\(name(proxy)) cannot be reached" + detail(failure)
    }
  }

  private func name(_ proxy: FailureCause.Proxy) -> String {
    let origin = proxy.variable.map { "`\($0)` of the environment" } ?? "`proxy` of the target"
    return "the proxy `\(proxy.address)` (\(origin))"
  }

  private func setting(_ proxy: FailureCause.Proxy?) -> String {
    proxy?.variable.map { "the environment variable `\($0)`" } ?? "`proxy` in the target"
  }

  private func detail(_ failure: TransportFailure) -> String {
    failure.detail.isEmpty ? "" : " (\(failure.detail))"
  }
}
