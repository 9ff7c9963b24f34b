import CCurl
import Glibc
import LinkageCore

/// Whose certificates a transfer trusts, what it shows of itself, and which TLS it speaks.
extension Transfer {
  func setTrust(_ settings: Connection.Settings) {
    if let authority = settings.authority {
      // A file given takes the place of all that the system trusts.
      _ = ccurl_set_text(easy, CURLOPT_CAINFO, authority)
      _ = ccurl_set_text(easy, CURLOPT_CAPATH, nil)
    }
    if let certificate = settings.certificate {
      _ = ccurl_set_text(easy, CURLOPT_SSLCERT, certificate.file)
      _ = ccurl_set_text(easy, CURLOPT_SSLKEY, certificate.key ?? certificate.file)
      // Without one OpenSSL would ask at the terminal for that of an encrypted key.
      _ = ccurl_set_text(easy, CURLOPT_KEYPASSWD, certificate.password ?? "")
    }
    _ = ccurl_set_long(easy, CURLOPT_SSLVERSION, Self.version(settings.leastTLS))
  }

  private static func version(_ least: Connection.TLSVersion) -> Int {
    switch least {
    case .v10: Int(CURL_SSLVERSION_TLSv1_0)
    case .v11: Int(CURL_SSLVERSION_TLSv1_1)
    case .v12: Int(CURL_SSLVERSION_TLSv1_2)
    case .v13: Int(CURL_SSLVERSION_TLSv1_3)
    }
  }
}

extension Connection.Settings {
  /// libcurl's own words for a file that it cannot read do not always name it.
  func checkFiles() throws(TransportFailure) {
    if let authority { try Self.check(authority, "the authorities in") }
    if let certificate {
      try Self.check(certificate.file, "the certificate in")
      if let key = certificate.key { try Self.check(key, "the key in") }
    }
  }

  private static func check(_ file: String, _ what: String) throws(TransportFailure) {
    guard access(file, R_OK) != 0 else { return }
    let reason = String(cString: strerror(errno))
    throw TransportFailure(kind: .tls, wasSent: false, detail: "\(what) \(file): \(reason)")
  }
}
