import CCurl
import LinkageCore

/// What is set once for each handle, and what for each request.
extension Transfer {
  func setConstants(_ options: TransportOptions, words: UnsafeMutablePointer<CChar>) {
    _ = ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, words)
    _ = ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    _ = ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = ccurl_set_text(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    _ = ccurl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    _ = ccurl_set_text(easy, CURLOPT_USERAGENT, "linkage")
    // Empty: no proxy, whatever the environment says.
    _ = ccurl_set_text(easy, CURLOPT_PROXY, options.proxy ?? "")
    _ = ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    _ = ccurl_set_long(easy, CURLOPT_MAXAGE_CONN, options.longestIdle)
    _ = ccurl_set_long(easy, CURLOPT_TCP_NODELAY, 1)
  }

  func configure(
    reaching url: String, by connection: Connection, timeout: Nanoseconds
  ) throws(TransportFailure) {
    try RequestCheck.check(url: url)
    try set(authority: connection.settings.authority)
    isReusable = false
    set(url: url, timeout: timeout)
    _ = ccurl_set_long(easy, CURLOPT_CONNECT_ONLY, 1)
  }

  func configure(for request: HTTPRequest) throws(TransportFailure) {
    try RequestCheck.check(request)
    try set(authority: request.connection.settings.authority)
    set(url: request.url, timeout: request.timeout)
    set(method: request.method, body: request.body)
    set(follow: request.follow, method: request.method)
    set(headers: request.headers, hasBody: hasBody)
    let isCompressed = request.connection.settings.isCompressed
    set(packing: Packing(isCompressed: isCompressed, headers: request.headers))
    maximumAnswer = request.maximumAnswer
  }

  private func set(url: String, timeout: Nanoseconds) {
    _ = ccurl_set_text(easy, CURLOPT_URL, url)
    // Whole milliseconds, never less than was asked for; 0 would mean for ever.
    let milliseconds = timeout.count / 1_000_000 + (timeout.count % 1_000_000 > 0 ? 1 : 0)
    _ = ccurl_set_long(
      easy, CURLOPT_TIMEOUT_MS, Int(min(max(1, milliseconds), Int64(Int32.max))))
  }

  /// `COPYPOSTFIELDS` makes it a POST with a length; a name given after it takes the name's place.
  private func set(method: String, body: [UInt8]?) {
    // Also undoes what an earlier request asked for.
    _ = ccurl_set_long(easy, CURLOPT_HTTPGET, 1)
    if let body = body ?? (Self.announcesBody(method) ? [] : nil) {
      _ = ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
      // An empty array has no address, and no address would mean a body read from a callback.
      _ = ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, body.isEmpty ? [0] : body)
      hasBody = true
    } else if method == "HEAD" {
      _ = ccurl_set_long(easy, CURLOPT_NOBODY, 1)
    }
    let isBuiltIn = hasBody ? method == "POST" : method == "GET" || method == "HEAD"
    _ = ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, isBuiltIn ? nil : method)
  }

  /// Those that say `Content-Length: 0` when they carry nothing (RFC 9110, section 8.6).
  private static func announcesBody(_ method: String) -> Bool {
    method == "POST" || method == "PUT" || method == "PATCH"
  }

  private func set(follow: Int, method: String) {
    _ = ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, follow > 0 ? 1 : 0)
    _ = ccurl_set_long(easy, CURLOPT_MAXREDIRS, max(0, follow))
    // 301 and 302 turn POST into GET, as in browsers, and leave any other method alone.
    let keep = method == "POST" ? CURL_REDIR_GET_ALL : CURL_REDIR_POST_301 | CURL_REDIR_POST_302
    _ = ccurl_set_long(easy, CURLOPT_POSTREDIR, Int(keep))
  }

  private func set(headers: [HeaderField], hasBody: Bool) {
    var cookies: [String] = []
    var hasType = false
    for header in headers {
      switch header.name.lowercased() {
      // Beside those of the jar: two `Cookie` lines would not be HTTP.
      case "cookie": cookies.append(header.value)
      case "content-type":
        hasType = true
        add(header)
      default: add(header)
      }
    }
    if hasBody { addWithout(type: hasType) }
    _ = ccurl_set_list(easy, CURLOPT_HTTPHEADER, list)
    _ = ccurl_set_text(
      easy, CURLOPT_COOKIE, cookies.isEmpty ? nil : cookies.joined(separator: "; "))
  }

  /// libcurl waits for `100 Continue` with large bodies and calls every body a form.
  private func addWithout(type hasType: Bool) {
    list = curl_slist_append(list, "Expect:")
    if !hasType { list = curl_slist_append(list, "Content-Type:") }
  }

  /// `Name;` is libcurl's way to write a header without a value; `Name:` would drop it.
  private func add(_ header: HeaderField) {
    list = curl_slist_append(
      list, header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
  }
}
