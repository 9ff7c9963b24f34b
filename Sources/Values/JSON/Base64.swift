/// RFC 4648 base64 with the standard alphabet.
public enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// With padding.
  public static func encode(_ bytes: [UInt8]) -> String {
    String(decoding: encodedBytes(bytes), as: UTF8.self)
  }

  /// The same in ASCII.
  package static func encodedBytes(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    alphabet.withUnsafeBufferPointer { alphabet in
      var at = 0
      while at < bytes.count {
        let count = min(bytes.count - at, 3)
        var bits = UInt32(bytes[at]) << 16
        if count > 1 { bits |= UInt32(bytes[at + 1]) << 8 }
        if count > 2 { bits |= UInt32(bytes[at + 2]) }
        output.append(alphabet[Int(bits >> 18)])
        output.append(alphabet[Int(bits >> 12 & 63)])
        output.append(count > 1 ? alphabet[Int(bits >> 6 & 63)] : UInt8(ascii: "="))
        output.append(count > 2 ? alphabet[Int(bits & 63)] : UInt8(ascii: "="))
        at += 3
      }
    }
    return output
  }

  /// The padding may be left out. Nil for anything else that is not base64.
  public static func decode(_ text: String) -> [UInt8]? {
    var characters = Array(text.utf8)[...]
    if characters.count % 4 == 0 {
      for _ in 0..<2 where characters.last == UInt8(ascii: "=") { characters.removeLast() }
    }
    guard characters.count % 4 != 1 else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(characters.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var count = 0
    for character in characters {
      let value = values[Int(character)]
      guard value != 0xFF else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }
}
