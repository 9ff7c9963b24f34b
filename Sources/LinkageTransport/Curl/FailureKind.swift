import CCurl
import LinkageCore

/// What a result of libcurl means for the one who asked.
enum FailureKind {
  /// What is known beside libcurl's code.
  struct Circumstances {
    var wasSent: Bool
    var hasAnswer: Bool
    var isResend: Bool
    var isTooLarge: Bool
  }

  static func of(_ code: CURLcode, _ known: Circumstances) -> TransportFailure.Kind {
    if known.isTooLarge { return .tooLarge }
    if known.isResend { return .lost }
    // A second connection is only made where the first one died or an answer led elsewhere.
    if known.wasSent, !known.hasAnswer, code == CURLE_COULDNT_CONNECT { return .lost }
    // libcurl's code for an answer that is not HTTP/1 is the one for an unknown scheme.
    if known.wasSent, code == CURLE_UNSUPPORTED_PROTOCOL { return .malformed }
    return of(code)
  }

  private static func of(_ code: CURLcode) -> TransportFailure.Kind {
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badURL
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .nameNotResolved
    case CURLE_COULDNT_CONNECT: .refused
    case CURLE_OPERATION_TIMEDOUT: .timeout
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE: .lost
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
