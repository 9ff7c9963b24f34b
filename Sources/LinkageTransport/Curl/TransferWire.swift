import CCurl
import LinkageCore

/// What libcurl counts of a transfer; an earlier request's until libcurl begins with this one.
extension Transfer {
  /// Bodies below this go out with the headers in HTTP/1, and count as theirs.
  private static let largestIncludedBody = 64 << 10

  /// The requests and heads of all hops, the last hop's body.
  func wire() -> Wire {
    let version = answer.hasBegun ? number(CURLINFO_HTTP_VERSION) : 0
    let isApart =
      version == Int(CURL_HTTP_VERSION_2_0) || (bodySize ?? 0) >= Self.largestIncludedBody
    let body = hasBody && isApart ? uploaded : 0
    return Wire(
      sentBytes: sent == nil ? 0 : requestSize - tunnel.request + body,
      receivedBytes: sent == nil
        ? 0 : headerSize - tunnel.headers + Int(size(CURLINFO_SIZE_DOWNLOAD_T)),
      version: Self.name(of: version), remote: remoteAddress)
  }

  /// How many bytes of requests were written, with those of a tunnel's making.
  var requestSize: Int { number(CURLINFO_REQUEST_SIZE) }

  var headerSize: Int { number(CURLINFO_HEADER_SIZE) }

  /// How many bytes of the body were written.
  var uploaded: Int { Int(size(CURLINFO_SIZE_UPLOAD_T)) }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    _ = ccurl_get_long(easy, info, &value)
    return value
  }

  func size(_ info: CURLINFO) -> Int64 {
    var value: curl_off_t = 0
    _ = ccurl_get_size(easy, info, &value)
    return Int64(value)
  }

  private static func name(of version: Int) -> String? {
    switch version {
    case Int(CURL_HTTP_VERSION_1_0): "1.0"
    case Int(CURL_HTTP_VERSION_1_1): "1.1"
    case Int(CURL_HTTP_VERSION_2_0): "2"
    default: nil
    }
  }

  private var remoteAddress: String? {
    var address: UnsafePointer<CChar>?
    _ = ccurl_get_text(easy, CURLINFO_PRIMARY_IP, &address)
    guard let address, address[0] != 0 else { return nil }
    return remote.text(address, port: number(CURLINFO_PRIMARY_PORT))
  }
}

/// The text of an address, made anew only where it differs from the last.
struct RemoteText {
  private var address = ""
  private var port = 0
  private var text = ""

  mutating func text(_ address: UnsafePointer<CChar>, port: Int) -> String {
    if port == self.port, self.address.isSame(as: address) { return text }
    self.port = port
    self.address = String(cString: address)
    let host = self.address.utf8.contains(UInt8(ascii: ":")) ? "[\(self.address)]" : self.address
    text = "\(host):\(port)"
    return text
  }
}

extension String {
  /// Whether it is the same text as libcurl's.
  func isSame(as pointer: UnsafePointer<CChar>) -> Bool {
    var end = pointer
    for byte in utf8 {
      guard byte == UInt8(bitPattern: end.pointee) else { return false }
      end += 1
    }
    return end.pointee == 0
  }
}
