/// Lower-case hexadecimal text.
package enum Hexadecimal {
  package static func pair(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  package static func random(bytes count: Int) -> String {
    // The system is asked for eight bytes at a time, since each time costs a call.
    let words = (0..<(count + 7) / 8).map { _ in UInt64.random(in: 0...UInt64.max) }
    let bytes = words.flatMap { word in withUnsafeBytes(of: word, Array.init) }
    return bytes.prefix(count).map(pair).joined()
  }
}
