/// A platform's address.
enum BaseAddress {
  static let expected = "http://host:port, https://host"

  /// Without slashes at the end; `nil` when it is no http or https URL to put a path behind.
  static func read(_ text: String) -> String? {
    guard let authority = authority(of: text), !authority.isEmpty,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), !text.contains("?"), !text.contains("#"),
      !host(of: authority).isEmpty, hasUsablePort(authority)
    else { return nil }
    var end = text.endIndex
    while text[..<end].hasSuffix("/") { end = text.index(before: end) }
    return String(text[..<end])
  }

  /// Whether it is spoken to over TLS.
  static func isSecure(_ base: String) -> Bool { base.lowercased().hasPrefix("https://") }

  private static func authority(of text: String) -> Substring? {
    guard let end = text.range(ofScheme: ["http://", "https://"]) else { return nil }
    return text[end...].prefix { $0 != "/" }
  }

  private static func host(of authority: Substring) -> Substring {
    withoutUser(authority).prefix { $0 != ":" }
  }

  /// No port at all, or one from 1 to 65535. A colon with nothing behind it is most likely a
  /// variable that is empty.
  private static func hasUsablePort(_ authority: Substring) -> Bool {
    let address = withoutUser(authority)
    let end = address.hasPrefix("[") ? address.firstIndex(of: "]") : address.startIndex
    guard let end else { return false }
    guard let colon = address[end...].firstIndex(of: ":") else { return true }
    let port = address[address.index(after: colon)...]
    guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return Int(port).map { (1...65_535).contains($0) } ?? false
  }

  private static func withoutUser(_ authority: Substring) -> Substring {
    authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
  }
}

extension String {
  /// The end of whichever of the schemes the text starts with.
  fileprivate func range(ofScheme schemes: [String]) -> Index? {
    let lower = lowercased()
    return schemes.first(where: lower.hasPrefix).map { index(startIndex, offsetBy: $0.count) }
  }
}
