import LinkageCore

/// Which proxy requests of one connection go through, by their scheme.
struct ProxyChoice: Equatable {
  /// `nil` for none.
  var http: ProxyAddress?
  /// `nil` for none.
  var https: ProxyAddress?
  /// In the form of `no_proxy`.
  var except: String

  private static let loopback = "localhost,127.0.0.0/8,::1"

  init(_ proxy: Connection.Proxy, _ environment: ProxyEnvironment) {
    switch proxy {
    case .none: except = ""
    case .at(let url, let except):
      http = ProxyAddress(url)
      https = http
      self.except = except
    case .environment:
      http = environment.http.map { ProxyAddress($0.value, variable: $0.name) }
      https = environment.https.map { ProxyAddress($0.value, variable: $0.name) }
      // libcurl takes a star for all only where it stands alone.
      let isAll = environment.except == "*"
      except =
        isAll || environment.except.isEmpty
        ? (isAll ? "*" : Self.loopback) : "\(environment.except),\(Self.loopback)"
    }
  }

  /// What a request to that URL goes through; `nil` when it goes there directly.
  func proxy(for url: String) -> ProxyAddress? {
    guard let proxy = url.lowercased().hasPrefix("https:") ? https : http,
      !ProxyExceptions(except).contains(URLAuthority(of: url).host)
    else { return nil }
    return proxy
  }
}
