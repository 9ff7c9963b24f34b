import CCurl

/// Whether a session's jar may hold cookies.
final class CookieMark {
  var isSet = false
}

/// Learns which cookies libcurl put into a request.
///
/// Which cookies of a jar go along only libcurl knows exactly. It tells in its trace, which costs
/// some 3 µs a request; so it is asked only where an answer has filled the jar.
final class SentCookies {
  /// The `Cookie` header of the first request, without its name.
  private(set) var header: String?
  private var mark: CookieMark?
  private(set) var isTracing = false
  /// Whether the first request's headers were seen.
  private var hasSeen = false

  /// - Parameter own: what the request itself says, which is all where no jar adds to it.
  func begin(own: String?) {
    header = own
    hasSeen = false
  }

  func attach(_ mark: CookieMark, _ easy: UnsafeMutableRawPointer) {
    self.mark = mark
    guard mark.isSet else { return }
    isTracing = true
    _ = ccurl_set_long(easy, CURLOPT_VERBOSE, 1)
  }

  func detach(_ easy: UnsafeMutableRawPointer) {
    mark = nil
    guard isTracing else { return }
    isTracing = false
    _ = ccurl_set_long(easy, CURLOPT_VERBOSE, 0)
  }

  /// One line of an answer's headers.
  func see(_ line: UnsafeRawBufferPointer) {
    guard let mark, !mark.isSet, Self.begins(line, with: "set-cookie:") else { return }
    mark.isSet = true
  }

  func take(request: UnsafeRawBufferPointer) {
    guard !hasSeen, !Self.begins(request, with: "connect ") else { return }
    hasSeen = true
    header = nil
    for line in request.split(separator: UInt8(ascii: "\n")) {
      let line = UnsafeRawBufferPointer(rebasing: line)
      guard Self.begins(line, with: "cookie:") else { continue }
      let value = line.dropFirst(7).drop { $0 == 0x20 }.prefix { $0 != 0x0D }
      header = String(decoding: value, as: UTF8.self)
    }
  }

  /// `name` is in lower case.
  private static func begins(_ line: UnsafeRawBufferPointer, with name: StaticString) -> Bool {
    guard line.count >= name.utf8CodeUnitCount else { return false }
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return zip(line, name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
