/// What headers say about how an answer is packed and where it ends (RFC 9112, section 6.3). libcurl goes by the last
/// length and by encodings before lengths; two that disagree are refused here.
struct AnswerFraming {
  /// `Content-Encoding` in lower case; `nil` for none.
  private(set) var packing: String?
  /// `Content-Length`, which counts a packed body packed.
  private(set) var length: Int?
  private var hasEncoding = false

  /// Takes one header line with its end; gives what is wrong with it or with those before it.
  mutating func take(_ line: UnsafeRawBufferPointer) -> AnswerFault? {
    guard let first = line.first, first != 0x20, first != 0x09 else { return nil }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[colon - 1] != 0x20, line[colon - 1] != 0x09
    else { return .name }
    if Self.isName("content-length", line, colon) {
      guard let value = Self.number(line[(colon + 1)...]), length ?? value == value else {
        return .length
      }
      length = value
    } else if Self.isName("transfer-encoding", line, colon) {
      hasEncoding = true
    } else if Self.isName("content-encoding", line, colon) {
      let value = HeaderLines.text(UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]))
        .lowercased()
      if !value.isEmpty, value != "identity" {
        packing = packing.map { "\($0), \(value)" } ?? value
      }
    }
    return hasEncoding && length != nil ? .lengthAndEncoding : nil
  }

  private static func isName(
    _ name: StaticString, _ line: UnsafeRawBufferPointer, _ colon: Int
  ) -> Bool {
    guard colon == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      name.indices.allSatisfy { line[$0] | 0x20 == name[$0] }
    }
  }

  private static func number(_ value: Slice<UnsafeRawBufferPointer>) -> Int? {
    var number = 0
    var hasDigit = false
    var rest = value.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    for byte in rest {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let (product, isLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = product.addingReportingOverflow(Int(byte - 0x30))
      if isLarge || isLarger { return nil }
      (number, hasDigit) = (sum, true)
    }
    return hasDigit ? number : nil
  }
}
