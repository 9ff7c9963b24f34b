import CCurl

/// Listens to libcurl's trace, which alone tells some things, and costs too much to be always on.
final class TransferTrace {
  let cookies = SentCookies()
  /// Whether the server asked for a certificate of the client's when this connection was made.
  private(set) var isCertificateAsked = false

  func listen(on easy: UnsafeMutableRawPointer) {
    _ = ccurl_set_on_trace(easy, Self.onTrace, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Of a request that may have to shake hands first.
  func begin(isSecure: Bool, _ easy: UnsafeMutableRawPointer) {
    isCertificateAsked = false
    if isSecure { _ = ccurl_set_long(easy, CURLOPT_VERBOSE, 1) }
  }

  /// The handshake is over.
  func endHandshake(isSecure: Bool, _ easy: UnsafeMutableRawPointer) {
    if isSecure, !cookies.isTracing { _ = ccurl_set_long(easy, CURLOPT_VERBOSE, 0) }
  }

  private func take(text: UnsafeRawBufferPointer) {
    // Bytes: such lines come with every request, also where nobody shakes hands.
    guard text.count < 100, text.starts(with: "TLS".utf8) else { return }
    if String(decoding: text, as: UTF8.self).contains("Request CERT (13)") {
      isCertificateAsked = true
    }
  }

  private static let onTrace: curl_debug_callback = { _, kind, bytes, count, user in
    guard kind == CURLINFO_HEADER_OUT || kind == CURLINFO_TEXT, let user else { return 0 }
    let trace = Unmanaged<TransferTrace>.fromOpaque(user).takeUnretainedValue()
    let text = UnsafeRawBufferPointer(start: bytes, count: count)
    if kind == CURLINFO_TEXT { trace.take(text: text) } else { trace.cookies.take(request: text) }
    return 0
  }
}
