import LinkageCore

/// Header lines as they stand on the wire, and the fields they are.
enum HeaderLines {
  /// Adds the field that a line is: its name in lower case, its value trimmed. A line without a
  /// colon is left out, one that begins with a blank continues the value before it.
  static func add(_ line: UnsafeRawBufferPointer, to fields: inout [HeaderField]) {
    guard let first = line.first else { return }
    if isBlank(first) {
      let more = text(line)
      if let last = fields.indices.last, !more.isEmpty { fields[last].value += " " + more }
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      fields.append(
        HeaderField(
          name: lower(UnsafeRawBufferPointer(rebasing: line[..<colon])),
          value: text(UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]))))
    }
  }

  /// Names of 15 bytes or fewer take no memory of their own.
  private static func lower(_ bytes: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { name in
      for (index, byte) in bytes.enumerated() {
        name[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      }
      return bytes.count
    }
  }

  /// Without blanks and line ends around it.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    var (start, end) = (0, bytes.count)
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    while start < end, isBlank(bytes[start]) { start += 1 }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
