import CCurl
import LinkageCore

/// What a result of libcurl means for the one who asked.
enum FailureKind {
  /// What is known beside libcurl's code.
  struct Circumstances {
    var wasSent: Bool
    var hasAnswer: Bool
    var isHeadComplete: Bool
    var isResend: Bool
    var fault: AnswerFault?
    var cause: FailureCause?
    /// libcurl's own: some of its codes stand for things that are worlds apart.
    var words: String
  }

  static func of(_ code: CURLcode, _ known: Circumstances) -> TransportFailure.Kind {
    if let fault = known.fault { return fault.kind }
    if known.isResend { return .lost }
    if known.cause == .certificateWanted { return .tls }
    return known.wasSent ? afterwards(code, known) : before(code, known)
  }

  /// Sentences for what libcurl's own would lead astray.
  static func detail(_ code: CURLcode, _ known: Circumstances) -> String {
    if let fault = known.fault { return fault.detail }
    if known.isResend { return "The connection died before an answer came" }
    if isLongLine(code, known) { return "A header line of the answer is larger than 100 KiB" }
    if known.cause == .certificateUnusable {
      return "The client's certificate or key cannot be used: \(known.words)"
    }
    return known.words
  }

  /// Not a byte of the request got out.
  private static func before(_ code: CURLcode, _ known: Circumstances) -> TransportFailure.Kind {
    // A proxy that does not let a connection through answers with a status of its own.
    if known.words.contains("from proxy after CONNECT") { return .refused }
    return of(code)
  }

  private static func afterwards(
    _ code: CURLcode, _ known: Circumstances
  ) -> TransportFailure.Kind {
    switch code {
    // A second connection is only made where the first one died or an answer led elsewhere.
    case CURLE_COULDNT_CONNECT where !known.hasAnswer: .lost
    // libcurl's code for an answer that is not HTTP/1 is the one for an unknown scheme.
    case CURLE_UNSUPPORTED_PROTOCOL: .malformed
    case CURLE_RECV_ERROR where known.words.contains("chunk"): .malformed
    case CURLE_RECV_ERROR where known.words.contains("response headers"): .tooLarge
    // In TLS 1.3 a client learns that its certificate is refused when it reads the answer.
    case CURLE_RECV_ERROR where known.words.contains(" alert "): .tls
    case _ where isLongLine(code, known): .tooLarge
    default: of(code)
    }
  }

  /// libcurl has one code for a line beyond its limit and for a machine without memory.
  private static func isLongLine(_ code: CURLcode, _ known: Circumstances) -> Bool {
    code == CURLE_OUT_OF_MEMORY && known.wasSent && !known.isHeadComplete
  }

  private static func of(_ code: CURLcode) -> TransportFailure.Kind {
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badURL
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .nameNotResolved
    case CURLE_COULDNT_CONNECT: .refused
    case CURLE_OPERATION_TIMEDOUT: .timeout
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      .lost
    case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .malformed
    default: isTLS(code) ? .tls : .other
    }
  }

  private static func isTLS(_ code: CURLcode) -> Bool {
    switch code {
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
      true
    default: false
    }
  }
}
