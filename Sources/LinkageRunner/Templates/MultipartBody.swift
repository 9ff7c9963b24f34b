/// `multipart/form-data` (RFC 7578) as browsers write it.
struct MultipartBody {
  struct Part {
    var name: String
    var value: [UInt8]
    /// A part with a file's name is a file; an empty name is one that nobody chose.
    var fileName: String?
    var type: String?

    init(name: String, value: [UInt8], fileName: String? = nil, type: String? = nil) {
      self.name = name
      self.value = value
      self.fileName = fileName
      self.type = type
    }
  }

  var parts: [Part]

  /// - Parameter boundary: 1 to 70 letters, digits or `-`, of which no part holds a line; the
  ///   type is then `multipart/form-data; boundary=…`.
  func bytes(boundary: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += "--\(boundary)\r\n\(head(of: part))\r\n\r\n".utf8
      bytes += part.value
      bytes += "\r\n".utf8
    }
    bytes += "--\(boundary)--\r\n".utf8
    return bytes
  }

  private func head(of part: Part) -> String {
    var head = "Content-Disposition: form-data; name=\"\(Self.escaped(part.name))\""
    if let fileName = part.fileName { head += "; filename=\"\(Self.escaped(fileName))\"" }
    if let type = part.type ?? (part.fileName == nil ? nil : "application/octet-stream") {
      head += "\r\nContent-Type: \(type)"
    }
    return head
  }

  /// HTML standard, section 4.10.21.8: quotes and line ends would end the name.
  private static func escaped(_ name: String) -> String {
    var result: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "\""): result += "%22".utf8
      case 0x0A: result += "%0A".utf8
      case 0x0D: result += "%0D".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
