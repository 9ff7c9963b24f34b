package import LinkageCore

/// Finds out whether a file's bytes are text that can be read.
package enum TextCheck {
  /// What is wrong with bytes that are no UTF-8, pinned to the line where they stop to be. A byte
  /// 0 is part of no text either.
  package static func problem(with bytes: [UInt8], path: String) -> Diagnostic? {
    guard let offset = firstStrange(bytes) else { return nil }
    let line = bytes[..<offset].count { $0 == 0x0A } + 1
    return Diagnostic(
      problem: .spelling(.notUTF8(path: path, offset: offset, guess: guess(bytes, offset))),
      place: Place(path: path, line: line, column: 1, length: 1))
  }

  private static func firstStrange(_ bytes: [UInt8]) -> Int? {
    let zero = bytes.firstIndex(of: 0)
    // Decoding puts U+FFFD, EF BF BD, where something is wrong.
    let repaired = String(decoding: bytes, as: UTF8.self).utf8
    var offset = 0
    for byte in repaired {
      guard offset < bytes.count, bytes[offset] == byte else { return min(offset, zero ?? offset) }
      offset += 1
    }
    return offset < bytes.count ? min(offset, zero ?? offset) : zero
  }

  private static func guess(_ bytes: [UInt8], _ offset: Int) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if let zero = bytes.firstIndex(of: 0) {
      // Every other byte of Latin letters in UTF-16 is 0.
      let start = bytes.prefix(16).count { $0 == 0 }
      return zero < 2 && start >= 4 ? .utf16 : nil
    }
    return isGBK(bytes[offset...]) ? .gbk : nil
  }

  /// Whether all that is beyond ASCII comes in pairs as GBK has them.
  private static func isGBK(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isSecond = false
    for byte in bytes {
      if isSecond {
        guard byte >= 0x40, byte != 0x7F, byte != 0xFF else { return false }
        isSecond = false
      } else if byte >= 0x80 {
        guard byte != 0x80, byte != 0xFF else { return false }
        isSecond = true
      }
    }
    return !isSecond
  }
}
