/// Bytes as the HTML standard sorts them: only ASCII has cases, digits and white space.
extension UInt8 {
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Space, tab, line feed, form feed, carriage return.
  var isSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
  }

  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension String {
  /// Only A to Z change.
  var asciiLowercased: String { String(decoding: utf8.map(\.lowercased), as: UTF8.self) }

  /// Without HTML's white space at both ends.
  var htmlTrimmed: String {
    var rest = Substring(self).utf8
    while let first = rest.first, first.isSpace { rest.removeFirst() }
    while let last = rest.last, last.isSpace { rest.removeLast() }
    return String(Substring(rest))
  }

  /// Trimmed, with runs of white space inside as one space.
  var htmlCollapsed: String {
    utf8.split(whereSeparator: \.isSpace).map { String(Substring($0)) }.joined(separator: " ")
  }
}
