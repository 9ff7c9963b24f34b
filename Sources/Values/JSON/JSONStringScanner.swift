#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the rest of a JSON string whose opening quote is behind it.
struct JSONStringScanner {
  let bytes: UnsafeRawBufferPointer
  var at: Int

  mutating func read() throws(JSONReader.Failure) -> String {
    let start = at
    skipPlain()
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return try valid(
        Self.text(of: UnsafeRawBufferPointer(rebasing: bytes[start..<at - 1])), from: start)
    }
    return try readWithEscapes(from: start)
  }

  private mutating func readWithEscapes(
    from start: Int
  ) throws(JSONReader.Failure) -> String {
    var buffer = Array(bytes[start..<at])
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return try valid(buffer.withUnsafeBytes { Self.text(of: $0) }, from: start)
      case UInt8(ascii: "\\"):
        buffer.append(contentsOf: Array(String(try readEscape()).utf8))
      case 0..<0x20:
        throw fail(.controlCharacterInString)
      default:
        let plain = at
        skipPlain()
        buffer.append(contentsOf: bytes[plain..<at])
      }
    }
    throw fail(.unexpectedEnd)
  }

  private mutating func skipPlain() {
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      at += 1
    }
  }

  /// Nil for what is no UTF-8. Decoding repairs that, so a text is valid when its bytes come out
  /// unchanged, which takes a fraction of the time of `String(validating:)`.
  private static func text(of codeUnits: UnsafeRawBufferPointer) -> String? {
    guard let source = codeUnits.baseAddress else { return "" }
    var text = String(decoding: codeUnits, as: UTF8.self)
    let isUnchanged = text.withUTF8 { decoded in
      guard let start = decoded.baseAddress else { return codeUnits.isEmpty }
      return decoded.count == codeUnits.count && memcmp(start, source, decoded.count) == 0
    }
    return isUnchanged ? text : nil
  }

  private func valid(_ text: String?, from start: Int) throws(JSONReader.Failure) -> String {
    guard let text else { throw JSONReader.Failure(kind: .invalidUTF8, offset: start) }
    return text
  }

  private mutating func readEscape() throws(JSONReader.Failure) -> Unicode.Scalar {
    guard at + 1 < bytes.count else { throw fail(.unexpectedEnd) }
    let simple: Unicode.Scalar
    switch bytes[at + 1] {
    case UInt8(ascii: "\""): simple = "\""
    case UInt8(ascii: "\\"): simple = "\\"
    case UInt8(ascii: "/"): simple = "/"
    case UInt8(ascii: "b"): simple = "\u{8}"
    case UInt8(ascii: "f"): simple = "\u{C}"
    case UInt8(ascii: "n"): simple = "\n"
    case UInt8(ascii: "r"): simple = "\r"
    case UInt8(ascii: "t"): simple = "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default: throw fail(.invalidEscape)
    }
    at += 2
    return simple
  }

  private mutating func readUnicodeEscape() throws(JSONReader.Failure) -> Unicode.Scalar {
    let start = at
    let first = try readUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { throw JSONReader.Failure(kind: .loneSurrogate, offset: start) }
    let second = try readUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw JSONReader.Failure(kind: .loneSurrogate, offset: start) }
    return scalar
  }

  /// The four digits after `\u`.
  private mutating func readUnit() throws(JSONReader.Failure) -> UInt16 {
    guard at + 6 <= bytes.count else { throw fail(.unexpectedEnd) }
    var unit: UInt16 = 0
    for place in at + 2..<at + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else {
        throw fail(.invalidEscape)
      }
      unit = unit << 4 | UInt16(digit)
    }
    at += 6
    return unit
  }

  private func fail(_ kind: JSONError.Kind) -> JSONReader.Failure {
    JSONReader.Failure(kind: kind, offset: at)
  }
}
