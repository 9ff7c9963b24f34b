import CCurl
import Glibc
import LinkageCore

/// Whose certificates a transfer trusts.
extension Transfer {
  /// A file given takes the place of all that the system trusts. libcurl shares neither
  /// connections nor TLS sessions between transfers that trust differently.
  func set(authority: String?) throws(TransportFailure) {
    if let authority { try Self.check(authority) }
    let system = Self.system
    _ = ccurl_set_text(easy, CURLOPT_CAINFO, authority ?? system.file)
    _ = ccurl_set_text(easy, CURLOPT_CAPATH, authority == nil ? system.folder : nil)
  }

  /// libcurl's own words for a file that it cannot read do not always name it.
  private static func check(_ authority: String) throws(TransportFailure) {
    guard access(authority, R_OK) != 0 else { return }
    let reason = String(cString: strerror(errno))
    throw TransportFailure(
      kind: .tls, wasSent: false, detail: "the authorities in \(authority): \(reason)")
  }

  /// What a new handle trusts: a handle that is used again must be told.
  private static let system: (file: String?, folder: String?) = {
    guard let easy = curl_easy_init() else { return (nil, nil) }
    defer { curl_easy_cleanup(easy) }
    func text(_ info: CURLINFO) -> String? {
      var text: UnsafePointer<CChar>?
      guard ccurl_get_text(easy, info, &text) == CURLE_OK, let text else { return nil }
      return String(cString: text)
    }
    return (text(CURLINFO_CAINFO), text(CURLINFO_CAPATH))
  }()
}
