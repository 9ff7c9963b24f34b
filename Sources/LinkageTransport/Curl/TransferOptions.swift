import CCurl
import LinkageCore

/// What is set for each request, as far as it differs from the one before.
extension Transfer {
  func configure(reaching url: String, timeout: Nanoseconds) throws(TransportFailure) {
    try settings.checkFiles()
    try RequestCheck.check(url: url)
    isReusable = false
    try set(url: url, timeout: timeout)
    trace.begin(isSecure: isSecure == true, easy)
    _ = ccurl_set_long(easy, CURLOPT_CONNECT_ONLY, 1)
  }

  func configure(for request: HTTPRequest) throws(TransportFailure) {
    if !hasCheckedFiles {
      try settings.checkFiles()
      hasCheckedFiles = true
    }
    let isNew = request.headers != headers || request.url != url || request.method != method
    if isNew { try RequestCheck.check(request) }
    try set(url: request.url, timeout: request.timeout)
    trace.begin(isSecure: isSecure == true, easy)
    set(method: request.method, body: request.body)
    set(follow: request.follow, method: request.method)
    if isNew { set(headers: request.headers) }
    maximumAnswer = request.maximumAnswer
  }

  private func set(url: String, timeout: Nanoseconds) throws(TransportFailure) {
    self.timeout = timeout
    set(connectTimeout: settings.connectTimeout, timeout: timeout)
    if url == self.url { return }
    self.url = nil
    let isSecure = url.utf8.prefix(6).elementsEqual("https:".utf8) { $0 | 0x20 == $1 | 0x20 }
    if settings.version == .http2, !isSecure {
      throw TransportFailure(
        kind: .badRequest, wasSent: false, detail: "HTTP/2 is spoken over https only: \(url)")
    }
    set(isSecure: isSecure)
    _ = ccurl_set_text(easy, CURLOPT_URL, url)
    self.url = url
  }

  /// `COPYPOSTFIELDS` makes it a POST with a length; a name given after it takes the name's place.
  private func set(method: String, body: [UInt8]?) {
    let body = body ?? (Self.announcesBody(method) ? [] : nil)
    if body == nil, method == self.method { return }
    // Also undoes what an earlier request asked for.
    _ = ccurl_set_long(easy, CURLOPT_HTTPGET, 1)
    if let body {
      _ = ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
      // An empty array has no address, and no address would mean a body read from a callback.
      _ = ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, body.isEmpty ? [0] : body)
      bodySize = body.count
    } else if method == "HEAD" {
      _ = ccurl_set_long(easy, CURLOPT_NOBODY, 1)
    }
    let isBuiltIn = body != nil ? method == "POST" : method == "GET" || method == "HEAD"
    _ = ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, isBuiltIn ? nil : method)
    self.method = body == nil ? method : nil
  }

  /// Those that say `Content-Length: 0` when they carry nothing (RFC 9110, section 8.6).
  private static func announcesBody(_ method: String) -> Bool {
    method == "POST" || method == "PUT" || method == "PATCH"
  }

  private func set(follow: Int, method: String) {
    if follow == 0, self.follow == 0 { return }
    self.follow = follow
    _ = ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, follow > 0 ? 1 : 0)
    _ = ccurl_set_long(easy, CURLOPT_MAXREDIRS, max(0, follow))
    // 301 and 302 turn POST into GET, as in browsers, and leave any other method alone.
    let keep = method == "POST" ? CURL_REDIR_GET_ALL : CURL_REDIR_POST_301 | CURL_REDIR_POST_302
    _ = ccurl_set_long(easy, CURLOPT_POSTREDIR, Int(keep))
  }

  /// With a body the method is never the last one's, so that its headers are always set.
  private func set(headers: [HeaderField]) {
    dropHeaders()
    set(packing: Packing(isCompressed: settings.isCompressed, headers: headers))
    var cookies: [String] = []
    var hasType = false
    for header in headers {
      // Beside those of the jar: two `Cookie` lines would not be HTTP.
      if header.isNamed("cookie") {
        cookies.append(header.value)
      } else {
        hasType = hasType || header.isNamed("content-type")
        add(header)
      }
    }
    if hasBody { addWithout(type: hasType) }
    if list != nil { _ = ccurl_set_list(easy, CURLOPT_HTTPHEADER, list) }
    set(cookies: cookies)
    self.headers = hasBody ? nil : headers
  }

  private func set(cookies own: [String]) {
    let text = own.isEmpty ? nil : own.joined(separator: "; ")
    cookies.begin(own: text)
    if own.isEmpty, !hasCookies { return }
    hasCookies = !own.isEmpty
    _ = ccurl_set_text(easy, CURLOPT_COOKIE, text)
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

extension HeaderField {
  /// `name` in lower case.
  fileprivate func isNamed(_ name: StaticString) -> Bool {
    self.name.utf8.count == name.utf8CodeUnitCount
      && name.withUTF8Buffer { name in
        self.name.utf8.elementsEqual(name) { $0 == $1 || $0 | 0x20 == $1 }
      }
  }
}
