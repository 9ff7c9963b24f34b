/// Lower-case hexadecimal text.
package enum Hexadecimal {
  package static func pair(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  package static func random(bytes count: Int) -> String {
    (0..<count).map { _ in pair(UInt8.random(in: 0...255)) }.joined()
  }
}
