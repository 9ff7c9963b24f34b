import Values

/// What a secret becomes that no spelling of its characters explains.
///
/// Inside a larger piece of base64 the characters that are the secret's alone are found; inside a
/// compressed text nothing is.
enum SecretForms {
  /// Each form once, none shorter than four bytes.
  static func all(of secret: String) -> [[UInt8]] {
    let bytes = Array(secret.utf8)
    var forms: [[UInt8]] = []
    func add(_ form: [UInt8]) {
      if form.count >= 4, !forms.contains(form) { forms.append(form) }
    }
    add(bytes)
    add(Array(secret.lowercased().utf8))
    add(Array(secret.uppercased().utf8))
    for text in base64(bytes) {
      add(text)
      add(urlSafe(text))
    }
    add(HexDigits.lower.text(of: bytes))
    add(HexDigits.upper.text(of: bytes))
    return forms
  }

  /// By itself, and inside other bytes, where it may begin at any byte of three.
  private static func base64(_ bytes: [UInt8]) -> [[UInt8]] {
    let whole = Base64.encodedBytes(bytes)
    let inside = (0..<3).map { part(of: bytes, after: $0) }.filter { $0.count >= 5 }
    return [whole, Array(whole.prefix { $0 != UInt8(ascii: "=") })] + inside
  }

  /// The characters that hold no bit of what stands before or after: 6 bits each.
  private static func part(of bytes: [UInt8], after before: Int) -> [UInt8] {
    let all = Base64.encodedBytes([UInt8](repeating: 0, count: before) + bytes)
    let first = (before * 8 + 5) / 6
    let end = (before + bytes.count) * 8 / 6
    return Array(all.prefix(end).dropFirst(first))
  }

  private static func urlSafe(_ base64: [UInt8]) -> [UInt8] {
    base64.map { byte in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: byte
      }
    }
  }
}

/// Bytes in hexadecimal.
struct HexDigits: Sendable {
  private let digits: [UInt8]

  static let lower = HexDigits(digits: Array("0123456789abcdef".utf8))
  static let upper = HexDigits(digits: Array("0123456789ABCDEF".utf8))

  func text(of bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes { append(byte, to: &text) }
    return text
  }

  /// Two digits.
  func append(_ byte: UInt8, to text: inout [UInt8]) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
}
