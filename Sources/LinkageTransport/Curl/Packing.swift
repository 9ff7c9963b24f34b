import CCurl
import LinkageCore

/// Who unpacks answers.
enum Packing {
  /// Packed answers are asked for as gzip and unpacked here, where a torn one is noticed.
  case here
  /// The request has an `Accept-Encoding` of its own, and may get what only libcurl unpacks.
  case libcurl
  /// Nobody: answers stay as they come.
  case none

  init(isCompressed: Bool, headers: [HeaderField]) {
    guard isCompressed else {
      self = .none
      return
    }
    let name = "accept-encoding"
    let isOwn = headers.contains {
      $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name
    }
    self = isOwn ? .libcurl : .here
  }
}

extension Transfer {
  func set(packing: Packing) {
    if packing == self.packing { return }
    self.packing = packing
    // Empty: all that libcurl was built with.
    let names: String? =
      switch packing {
      case .here: "gzip"
      case .libcurl: ""
      case .none: nil
      }
    _ = ccurl_set_text(easy, CURLOPT_ACCEPT_ENCODING, names)
    _ = ccurl_set_long(easy, CURLOPT_HTTP_CONTENT_DECODING, packing == .libcurl ? 1 : 0)
  }
}
