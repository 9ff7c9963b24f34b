/// The part of a URL that says where it leads, taken apart: `user:password@host:port`, nothing of it
/// decoded (RFC 3986, section 3.2).
public struct URLAuthority: Sendable, Equatable {
  /// Empty where there is an `@` with nothing before it; `nil` without one.
  public var user: Substring?
  /// `nil` where no colon follows the user.
  public var password: Substring?
  /// An IPv6 address with its brackets.
  public var host: Substring
  /// What stands behind the last colon, a number or not; `nil` without one.
  public var port: Substring?

  /// - Parameter url: whole; without `://` it begins with its authority.
  public init(of url: some StringProtocol) {
    let text = Substring(url)
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let all = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let at = all.lastIndex(of: "@")
    let address = at.map { all[all.index(after: $0)...] } ?? all
    if let at {
      let parts = all[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      user = parts.first ?? ""
      password = parts.count > 1 ? parts[1] : nil
    }
    let end = address.lastIndex(of: "]") ?? address.startIndex
    let colon = address[end...].lastIndex(of: ":")
    host = colon.map { address[..<$0] } ?? address
    port = colon.map { address[address.index(after: $0)...] }
  }

  /// Whether it never leaves the machine.
  public var isLoopback: Bool {
    host.hasPrefix("127.") || host == "[::1]" || host.lowercased() == "localhost"
  }

  /// The same URL with neither user nor password.
  public static func withoutUser(_ url: String) -> String {
    let authority = URLAuthority(of: url)
    guard let user = authority.user else { return url }
    return url[..<user.startIndex] + String(url[authority.host.startIndex...])
  }

  /// The bytes that `%41` and the like stand for (RFC 3986, section 2.1); a `%` without two digits
  /// stands for itself.
  public static func decoded(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(hexadecimal)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
