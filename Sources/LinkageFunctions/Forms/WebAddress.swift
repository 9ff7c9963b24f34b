/// An absolute address of the web, and how others are given relative to it (RFC 3986, section 5,
/// with the URL standard's leniency for back slashes, blanks and letters beyond ASCII).
struct WebAddress: Equatable {
  /// In lower case.
  var scheme: String
  /// Host and port, and a user where there is one.
  var authority: String
  /// Begins with a slash.
  var path: String
  var query: String?

  /// An absolute `http` or `https` address; its fragment is dropped.
  init?(_ text: String) {
    let parts = Parts(text)
    guard let scheme = parts.scheme, Self.schemes.contains(scheme),
      let authority = parts.authority, !authority.isEmpty
    else { return nil }
    self.scheme = scheme
    self.authority = authority
    path = Self.withoutDots(parts.path)
    query = parts.query
  }

  var text: String { "\(scheme)://\(authority)\(path)\(query.map { "?\($0)" } ?? "")" }

  /// What `reference` means on this page; `nil` where it leads out of the web.
  func resolving(_ reference: String) -> WebAddress? {
    let parts = Parts(reference)
    if let scheme = parts.scheme {
      guard parts.authority == nil else { return WebAddress(reference) }
      // `http:path` is relative where the schemes are the same, as browsers still have it.
      guard scheme == self.scheme else { return nil }
    }
    var result = self
    if let authority = parts.authority {
      guard !authority.isEmpty else { return nil }
      result.authority = authority
      result.path = Self.withoutDots(parts.path)
      result.query = parts.query
    } else if parts.path.isEmpty {
      result.query = parts.query ?? query
    } else {
      let merged = parts.path.hasPrefix("/") ? parts.path : folder + parts.path
      result.path = Self.withoutDots(merged)
      result.query = parts.query
    }
    return result
  }

  /// The path up to its last slash.
  private var folder: String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
  }

  private static let schemes: Set = ["http", "https"]

  /// Section 5.2.4, for a path that begins with a slash or is empty.
  private static func withoutDots(_ path: String) -> String {
    let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var kept: [String] = []
    for (index, segment) in segments.enumerated().dropFirst(path.hasPrefix("/") ? 1 : 0) {
      let isLast = index == segments.count - 1
      switch segment.asciiLowercased.replacing("%2e", with: ".") {
      case ".": if isLast { kept.append("") }
      case "..":
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}

extension WebAddress {
  /// A reference cut up at its marks; nothing is decoded.
  fileprivate struct Parts {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?

    init(_ text: String) {
      var rest = Self.cleaned(text)[...]
      scheme = Self.scheme(&rest)
      if let mark = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<mark] }
      if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
        query = Self.encoded(rest[(mark + 1)...], also: "\"<>'")
        rest = rest[..<mark]
      }
      let slashed = rest.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
      rest = slashed[...]
      if rest.starts(with: "//".utf8) {
        rest = rest.dropFirst(2)
        let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        authority = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[end...]
      }
      path = Self.encoded(rest, also: "\"<>`{}")
    }

    /// Without white space around it and line ends or tabs inside.
    private static func cleaned(_ text: String) -> [UInt8] {
      text.htmlTrimmed.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }

    private static func scheme(_ rest: inout ArraySlice<UInt8>) -> String? {
      guard let first = rest.first, first.isLetter,
        let colon = rest.firstIndex(where: { !isInScheme($0) }), rest[colon] == UInt8(ascii: ":")
      else { return nil }
      defer { rest = rest[(colon + 1)...] }
      return String(decoding: rest[..<colon].map(\.lowercased), as: UTF8.self)
    }

    private static func isInScheme(_ byte: UInt8) -> Bool {
      byte.isLetter || byte.isDigit || "+-.".utf8.contains(byte)
    }

    /// Blanks, control characters and all beyond ASCII become `%XX`; what is encoded stays so.
    private static func encoded(_ bytes: ArraySlice<UInt8>, also marks: String) -> String {
      var result = ""
      for byte in bytes {
        if byte > 0x20, byte < 0x7F, !marks.utf8.contains(byte) {
          result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          let hex = String(byte, radix: 16, uppercase: true)
          result += byte < 16 ? "%0\(hex)" : "%\(hex)"
        }
      }
      return result
    }
  }
}
