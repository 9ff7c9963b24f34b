import CCurl
import Glibc
import LinkageCore

/// What came of a request.
extension Transfer {
  enum End {
    case code(CURLcode)
    case cancelled
    case timedOut(Timeout)
  }

  func exchange(_ end: End, received: Instant) -> HTTPExchange {
    // libcurl may not have begun with it: what it knows would be of the request before.
    var isStale = false
    if case .cancelled = end { isStale = sent == nil }
    return HTTPExchange(
      result: result(end), sent: sent ?? asked, received: received,
      phases: isStale ? .zero : phases(), wire: isStale ? .nothing : wire(),
      cookie: sent == nil ? nil : cookies.header)
  }

  private var wasSent: Bool { sent != nil && requestSize > tunnel.request }

  private func result(_ end: End) -> Result<HTTPAnswer, TransportFailure> {
    switch end {
    case .cancelled: return failure(.cancelled, "cancelled")
    case .timedOut(let which):
      let limit = which == .idle ? settings.idleTimeout ?? timeout : timeout
      let words = which.detail(limit, wasSent: wasSent, hasAnswer: answer.hasBegun)
      return failure(.timeout, words, which == .idle ? .idle : slowProxy)
    // Without a further redirect allowed, the last one is the answer.
    case .code(CURLE_OK), .code(CURLE_TOO_MANY_REDIRECTS):
      if let fault = answer.lastFault {
        return .failure(
          TransportFailure(
            kind: fault.kind, wasSent: true, detail: fault.detail, cause: fault.cause))
      }
      return .success(answer.finished(url: effectiveURL))
    case .code(let code):
      return answer.isWhole ? .success(answer.finished(url: effectiveURL)) : failure(code)
    }
  }

  private func failure(_ code: CURLcode) -> Result<HTTPAnswer, TransportFailure> {
    if lacksHTTP2 { return failure(.refused, "The server does not speak HTTP/2", .noHTTP2) }
    if socketError != 0, code == CURLE_COULDNT_CONNECT {
      return failure(.other, "No socket: \(String(cString: strerror(socketError)))")
    }
    let tunnelStatus = number(CURLINFO_HTTP_CONNECTCODE)
    if !wasSent, code == CURLE_RECV_ERROR, tunnelStatus >= 300 {
      let words = "The proxy answered CONNECT with \(tunnelStatus)"
      return failure(.refused, words, refusedTunnel)
    }
    if code == CURLE_OPERATION_TIMEDOUT {
      let limit = settings.connectTimeout.map { min($0, timeout) } ?? timeout
      let time = "\(limit.count / 1_000_000) milliseconds"
      return failure(.timeout, "The connection did not open within \(time)", deadProxy)
    }
    let words = words(for: code)
    let cause = isResend ? nil : cause(of: code, words)
    let known = FailureKind.Circumstances(
      wasSent: wasSent, hasAnswer: answer.hasBegun, isHeadComplete: answer.isHeadComplete,
      isResend: isResend, fault: answer.fault, cause: cause, words: words)
    return failure(FailureKind.of(code, known), FailureKind.detail(code, known), cause)
  }

  private func failure(
    _ kind: TransportFailure.Kind, _ detail: String, _ cause: FailureCause? = nil
  ) -> Result<HTTPAnswer, TransportFailure> {
    .failure(TransportFailure(kind: kind, wasSent: wasSent, detail: detail, cause: cause))
  }

  private func words(for code: CURLcode) -> String {
    words[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: words)
  }

  var effectiveURL: String {
    var pointer: UnsafePointer<CChar>?
    _ = ccurl_get_text(easy, CURLINFO_EFFECTIVE_URL, &pointer)
    guard let pointer else { return "" }
    // Mostly it is what was asked for, and a string less to make.
    if let url, url.isSame(as: pointer) { return url }
    return String(cString: pointer)
  }

  private func phases() -> Phases {
    Phases(
      name: size(CURLINFO_NAMELOOKUP_TIME_T), connect: size(CURLINFO_CONNECT_TIME_T),
      tls: size(CURLINFO_APPCONNECT_TIME_T), firstByte: size(CURLINFO_STARTTRANSFER_TIME_T),
      total: size(CURLINFO_TOTAL_TIME_T),
      reused: sent != nil && number(CURLINFO_NUM_CONNECTS) == 0)
  }
}
