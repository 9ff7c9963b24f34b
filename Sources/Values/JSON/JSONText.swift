/// The parts of which JSON text is made, for those who write it piece by piece.
package enum JSONText {
  /// A string in quotes.
  package static func quote(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { quote($0, into: &output) }
  }

  private static func quote(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    var plain = 0
    var at = 0
    while at < bytes.count {
      if bytes[at].needsEscape {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<at]))
        escape(bytes[at], into: &output)
        plain = at + 1
      }
      at += 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain...]))
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, into output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): output += "\\\"".utf8
    case UInt8(ascii: "\\"): output += "\\\\".utf8
    case 0x08: output += "\\b".utf8
    case 0x09: output += "\\t".utf8
    case 0x0A: output += "\\n".utf8
    case 0x0C: output += "\\f".utf8
    case 0x0D: output += "\\r".utf8
    default: output += ((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
    }
  }

  /// A whole number in digits.
  package static func number(_ number: Int64, into output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = output.count
    repeat {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    output[start...].reverse()
  }
}

extension UInt8 {
  fileprivate var needsEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
