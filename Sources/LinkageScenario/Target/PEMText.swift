/// What a PEM file holds, as far as its headings tell.
struct PEMText {
  enum Key {
    case plain, encrypted
  }

  private(set) var hasCertificate = false
  /// The first private key, which is the one that is taken.
  private(set) var key: Key?

  init(_ bytes: [UInt8]) {
    var isKeyOpen = false
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where line.count <= 80 {
      let line = String(decoding: line, as: UTF8.self)
      if isKeyOpen, line.hasPrefix("Proc-Type:"), line.contains("ENCRYPTED") { key = .encrypted }
      isKeyOpen = false
      switch Self.label(of: line) {
      case "CERTIFICATE"?, "X509 CERTIFICATE"?, "TRUSTED CERTIFICATE"?: hasCertificate = true
      case "ENCRYPTED PRIVATE KEY"? where key == nil: key = .encrypted
      // What OpenSSH keeps in its own form is of no use for TLS.
      case let label?
      where key == nil && label.hasSuffix("PRIVATE KEY") && label != "OPENSSH PRIVATE KEY":
        key = .plain
        isKeyOpen = true
      default: break
      }
    }
  }

  private static func label(of line: String) -> String? {
    let (start, end) = ("-----BEGIN ", "-----")
    guard line.hasPrefix(start), line.utf8.count > start.utf8.count + end.utf8.count else {
      return nil
    }
    let rest = line.dropFirst(start.count)
    guard let close = rest.firstRange(of: end) else { return nil }
    return String(rest[..<close.lowerBound])
  }
}
