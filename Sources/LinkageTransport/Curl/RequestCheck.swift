import LinkageCore

/// Refuses what libcurl would write as something else than was asked for.
enum RequestCheck {
  static func check(_ request: HTTPRequest) throws(TransportFailure) {
    try check(url: request.url)
    guard !request.method.isEmpty, request.method.utf8.allSatisfy(isToken) else {
      throw failure(.badRequest, "not a method: \(request.method)")
    }
    for header in request.headers {
      guard !header.name.isEmpty, header.name.utf8.allSatisfy(isToken) else {
        throw failure(.badRequest, "not a header's name: \(header.name)")
      }
      guard header.value.utf8.allSatisfy({ $0 != 0 && $0 != 0x0A && $0 != 0x0D }) else {
        throw failure(.badRequest, "the header \(header.name) holds a line end or a zero byte")
      }
    }
  }

  static func check(url: String) throws(TransportFailure) {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw failure(.badURL, "the URL holds a blank or a control character")
    }
  }

  private static func failure(_ kind: TransportFailure.Kind, _ detail: String) -> TransportFailure {
    TransportFailure(kind: kind, wasSent: false, detail: detail)
  }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
