package import LinkageCore

/// One request as a curl command line repeats it.
package struct CurlRequest {
  var method: String
  var url: SecretText
  var headers: [Header]
  /// The cookies that went along, from the session's jar or from the request.
  var cookie: SecretText?
  /// `user:password` of basic authentication.
  var basic: SecretText?
  var body: Body
  /// `nil` in runs stored before it was recorded.
  var timeout: Nanoseconds?
  var follow: Int
  var connection: ConnectionOutline
  /// Of an encrypted key.
  var keyPassword: SecretText?
  var proxy: SecretText?
  /// Whether cookies set on the way of redirects go along.
  var keepsCookies: Bool

  struct Header: Equatable {
    var name: String
    var value: SecretText
  }

  enum Body: Equatable {
    case none
    case text(SecretText)
    case bytes([UInt8])
    /// Only its beginning was kept.
    case cut(bytes: Int)
    /// Bytes that are no text were not kept.
    case binary(bytes: Int)
  }
}

extension CurlRequest {
  /// A stored one, secrets masked.
  init(_ exchange: Exchange, on platform: Outline.Platform?) {
    var spellings = (exchange.facts?.spellings ?? [])[...]
    let facts = exchange.facts
    method = exchange.method
    url = SecretText(masked: exchange.url, &spellings)
    headers = exchange.headers.map {
      Header(name: $0.name, value: SecretText(masked: $0.value, &spellings))
    }
    cookie = facts?.cookie.map { SecretText(masked: $0, &spellings) }
    basic = facts?.basic.map { SecretText(masked: $0, &spellings) }
    body = Self.body(exchange, &spellings)
    timeout = facts?.timeout
    follow = facts?.follow ?? 0
    connection = platform?.connection ?? ConnectionOutline(Connection.Settings())
    var none: ArraySlice<RequestFacts.Spelling> = []
    // Runs stored before know only that there is one.
    let password = connection.password ?? (connection.hasPassword == true ? "‹secret›" : nil)
    keyPassword = password.map { SecretText(masked: $0, &none) }
    proxy = connection.proxy.map { SecretText(masked: $0, &none) }
    keepsCookies = platform?.keepsCookies ?? false
  }

  /// Those that say that they carry nothing (RFC 9110, section 8.6).
  private static func announced(by method: String) -> Body {
    ["POST", "PUT", "PATCH"].contains(method) ? .text(SecretText("")) : .none
  }

  private static func body(
    _ exchange: Exchange, _ spellings: inout ArraySlice<RequestFacts.Spelling>
  ) -> Body {
    guard let text = exchange.body else { return announced(by: exchange.method) }
    if let count = exchange.facts?.cutBody { return .cut(bytes: count) }
    if let count = exchange.facts?.binaryBody { return .binary(bytes: count) }
    // Runs stored before this was recorded: the sign of a cut, and of bytes that are no text.
    if exchange.facts == nil, let cut = text.wholeMatch(of: #/(?s).*… \((\d+) bytes\)/#) {
      return .cut(bytes: Int(cut.output.1) ?? 0)
    }
    if exchange.facts == nil, text.contains("\u{FFFD}") {
      return .binary(bytes: text.utf8.count)
    }
    return .text(SecretText(masked: text, &spellings))
  }

  /// One as it is sent, with all its secrets.
  package init(_ request: HTTPRequest, cookie sent: String?, inSession: Bool) {
    method = request.method
    url = SecretText(request.url)
    headers = request.headers.map { Header(name: $0.name, value: SecretText($0.value)) }
    cookie = sent.map { SecretText($0) }
    basic = nil
    switch request.body {
    case nil: body = Self.announced(by: request.method)
    case let bytes?:
      body = String(validating: bytes, as: UTF8.self).map { .text(SecretText($0)) } ?? .bytes(bytes)
    }
    timeout = request.timeout
    follow = request.follow
    let settings = request.connection.settings
    connection = ConnectionOutline(settings)
    keyPassword = settings.certificate?.password.map { SecretText($0) }
    if case .at(let url, _) = settings.proxy { connection.proxy = url }
    proxy = connection.proxy.map { SecretText($0) }
    keepsCookies = inSession
  }
}
