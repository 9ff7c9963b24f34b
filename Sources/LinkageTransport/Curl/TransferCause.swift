import CCurl
import LinkageCore

/// What stands behind a failure.
extension Transfer {
  /// - Parameter words: libcurl's own.
  func cause(of code: CURLcode, _ words: String) -> FailureCause? {
    if let fault = answer.fault { return fault.cause }
    switch code {
    case CURLE_COULDNT_RESOLVE_PROXY: return proxy.map(unresolved(words))
    case CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT: return deadProxy
    case CURLE_SSL_CERTPROBLEM: return .certificateUnusable
    case CURLE_BAD_CONTENT_ENCODING: return .packing
    default: return refusedTunnel ?? alert(in: words) ?? silentRefusal(code)
    }
  }

  /// The proxy of the request, where opening a connection to it has not come to an end.
  var deadProxy: FailureCause? {
    guard sent == nil, size(CURLINFO_CONNECT_TIME_T) == 0 else { return nil }
    return proxy.map { .proxyUnreachable($0.name) }
  }

  /// The same where the time for all is over: it may have been spent waiting for one of the
  /// connections that there may be.
  var slowProxy: FailureCause? { settings.connections == nil ? deadProxy : nil }

  private var proxy: ProxyAddress? { proxies.proxy(for: effectiveURL) }

  private func unresolved(_ words: String) -> (ProxyAddress) -> FailureCause {
    // Its address is already taken apart when libcurl does not like it.
    let isInvalid = words.hasPrefix("Unsupported proxy")
    return { isInvalid ? .proxyInvalid($0.name) : .proxyUnreachable($0.name) }
  }

  var refusedTunnel: FailureCause? {
    let status = number(CURLINFO_HTTP_CONNECTCODE)
    guard sent == nil, status >= 300 else { return nil }
    return proxy.map { .tunnelRefused($0.name, status: status) }
  }

  /// What the server says when it ends the handshake (RFC 8446, section 6.2), in OpenSSL's words.
  private func alert(in words: String) -> FailureCause? {
    if ["alert protocol version", "unsupported protocol"].contains(where: words.contains) {
      return .tlsVersion
    }
    if words.contains("alert certificate required") { return .certificateWanted }
    guard trace.isCertificateAsked, words.contains(" alert ") else { return nil }
    return settings.certificate == nil ? .certificateWanted : .certificateRefused
  }

  /// In TLS 1.3 a client has its handshake behind it when the server looks at its certificate; the
  /// connection may be gone before the refusal is read.
  private func silentRefusal(_ code: CURLcode) -> FailureCause? {
    let isGone = [CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING].contains(code)
    guard isGone, trace.isCertificateAsked, !answer.hasBegun else { return nil }
    return settings.certificate == nil ? .certificateWanted : .certificateRefused
  }
}

extension AnswerFault {
  var cause: FailureCause? {
    switch self {
    case .largeBody: .answerSize
    case .packing, .brokenPacking, .tornPacking: .packing
    case .largeHead, .length, .lengthAndEncoding, .name, .switched, .endedInHead: nil
    }
  }
}
