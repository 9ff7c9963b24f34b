import CCurl
import LinkageCore

/// What is set once for each handle: all that requests of one connection have in common.
extension Transfer {
  func setConstants(_ settings: Connection.Settings, longestIdle: Int, isCrowded: Bool) {
    _ = ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    // A resolver that is no longer wanted is left alone: waiting for it would stop the loop.
    _ = ccurl_set_long(easy, CURLOPT_QUICK_EXIT, 1)
    _ = ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = ccurl_set_text(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    _ = ccurl_set_text(easy, CURLOPT_USERAGENT, "linkage")
    _ = ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    _ = ccurl_set_long(easy, CURLOPT_MAXAGE_CONN, longestIdle)
    _ = ccurl_set_long(easy, CURLOPT_TCP_NODELAY, 1)
    // Each handle keeps its buffer: with thousands of them the size is what counts.
    _ = ccurl_set_long(easy, CURLOPT_BUFFERSIZE, isCrowded ? 1 << 10 : 16 << 10)
    setTrust(settings)
    set(pins: settings.pins)
  }

  /// `CONNECT_TO` leaves the name in `Host`, in SNI and in the certificate's check.
  private func set(pins: [Connection.Pin]) {
    for pin in pins {
      let port = pin.port.map(String.init) ?? ""
      let entry = "\(Self.bracketed(pin.host)):\(port):\(Self.bracketed(pin.address)):"
      pinList = curl_slist_append(pinList, entry)
    }
    if let pinList { _ = ccurl_set_list(easy, CURLOPT_CONNECT_TO, pinList) }
  }

  /// IPv6 as in a URL.
  private static func bracketed(_ host: String) -> String {
    host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
  }

  /// What hangs on the scheme of the URL; a handle remembers which it is set to.
  func set(isSecure: Bool) {
    if isSecure == self.isSecure { return }
    self.isSecure = isSecure
    if !isSecure { _ = ccurl_set_long(easy, CURLOPT_VERBOSE, 0) }
    let offersHTTP2 = isSecure && settings.version != .http1
    let version = offersHTTP2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
    _ = ccurl_set_long(easy, CURLOPT_HTTP_VERSION, Int(version))
    // A request waits for the first handshake to tell whether it may share that connection.
    _ = ccurl_set_long(easy, CURLOPT_PIPEWAIT, offersHTTP2 ? 1 : 0)
    set(proxy: isSecure ? proxies.https : proxies.http)
  }

  private func set(proxy: ProxyAddress?) {
    // Empty and not `nil`: `nil` would have libcurl look into the environment.
    _ = ccurl_set_text(easy, CURLOPT_PROXY, proxy?.url ?? "")
    _ = ccurl_set_text(easy, CURLOPT_PROXYUSERNAME, proxy?.user)
    _ = ccurl_set_text(easy, CURLOPT_PROXYPASSWORD, proxy?.password)
    _ = ccurl_set_text(easy, CURLOPT_NOPROXY, proxies.except)
  }

  /// 0 is libcurl's own 300 s, which must not end a request that may take longer.
  func set(connectTimeout: Nanoseconds?, timeout: Nanoseconds) {
    let limit = connectTimeout.map { min($0, timeout) } ?? timeout
    let isOwn = connectTimeout != nil || timeout > .seconds(300)
    let milliseconds = isOwn ? Self.milliseconds(limit) : 0
    if milliseconds == connectMilliseconds { return }
    connectMilliseconds = milliseconds
    _ = ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds)
  }

  /// Whole, never less than was asked for.
  private static func milliseconds(_ time: Nanoseconds) -> Int {
    let milliseconds = time.count / 1_000_000 + (time.count % 1_000_000 > 0 ? 1 : 0)
    return Int(min(max(1, milliseconds), Int64(Int32.max)))
  }
}
