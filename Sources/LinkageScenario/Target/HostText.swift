import Glibc

/// Hosts as names and as addresses.
enum HostText {
  /// IPv4, or IPv6 without brackets.
  static func isAddress(_ text: String) -> Bool {
    isAddress(text, AF_INET) || isAddress(text, AF_INET6)
  }

  /// A name that DNS could know. One that ends in a number would be a broken address.
  static func isName(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else {
      return false
    }
    return !last.allSatisfy(\.isNumber)
  }

  /// An IPv6 address without its brackets; any other text as it is.
  static func withoutBrackets(_ text: String) -> String {
    text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
  }

  /// The host of an http or https URL, in lower case and without brackets.
  static func host(ofURL url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let address = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return split(String(address)).map { $0.host.lowercased() }
  }

  /// `host` or `host:port`; `nil` when the port is none or the host is empty.
  static func split(_ text: String) -> (host: String, port: Int?)? {
    if isAddress(withoutBrackets(text)) { return (withoutBrackets(text), nil) }
    guard let colon = text.lastIndex(of: ":") else { return text.isEmpty ? nil : (text, nil) }
    let digits = text[text.index(after: colon)...]
    let host = withoutBrackets(String(text[..<colon]))
    guard !host.isEmpty, digits.utf8.count <= 5,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits),
      (1...65_535).contains(port)
    else { return nil }
    return (host, port)
  }

  private static func isAddress(_ text: String, _ family: Int32) -> Bool {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    // As large as the larger of the two addresses.
    var address = in6_addr()
    return inet_pton(family, text, &address) == 1
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
