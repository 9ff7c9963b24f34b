import LinkageCore

/// Header lines as they stand on the wire, and the fields they are.
enum HeaderLines {
  /// Names in lower case, values trimmed; a line without a colon is left out, one that begins with
  /// a blank continues the value before it.
  static func fields(of bytes: [UInt8]) -> [HeaderField] {
    var fields: [HeaderField] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let first = line.first, isBlank(first) {
        let more = text(line)
        if let last = fields.indices.last, !more.isEmpty { fields[last].value += " " + more }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        fields.append(
          HeaderField(name: lower(line[..<colon]), value: text(line[(colon + 1)...])))
      }
    }
    return fields
  }

  private static func lower(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Without blanks and line ends around it.
  static func text<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> String {
    let end = bytes.lastIndex { !isBlank($0) }.map { bytes.index(after: $0) }
    return String(decoding: bytes[..<(end ?? bytes.startIndex)].drop(while: isBlank), as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
