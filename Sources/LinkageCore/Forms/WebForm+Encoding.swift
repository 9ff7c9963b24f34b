/// The fields as text.
extension WebForm {
  /// `application/x-www-form-urlencoded`, for a body or a query.
  public var urlEncoded: String {
    Self.urlEncoded(fields.map { ($0.name, $0.value) })
  }

  /// `text/plain`: one `name=value` a line, nothing escaped.
  public var plainText: String {
    fields.map { "\($0.name)=\($0.value)\r\n" }.joined()
  }

  /// Names and values by the form serialiser of the URL standard (section 5.2): letters, digits
  /// and `*-._` stay, a space is `+`, every other byte of UTF-8 is `%XX`.
  public static func urlEncoded(_ pairs: [(name: String, value: String)]) -> String {
    var bytes: [UInt8] = []
    for (name, value) in pairs {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
      append(name, to: &bytes)
      bytes.append(UInt8(ascii: "="))
      append(value, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
      case 0x20: bytes.append(UInt8(ascii: "+"))
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
