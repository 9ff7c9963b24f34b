/// What can be told of a text without parsing it.
enum XmlText {
  /// Whether the text says itself that it is XML.
  static func isDeclared(_ text: String) -> Bool {
    start(of: text).starts(with: "<?xml".utf8)
  }

  /// Whether it begins as a page does: with `<!doctype html` or `<html`.
  static func isPage(_ text: String) -> Bool {
    let head = start(of: text).prefix(14).map(\.lowercased)
    return head.starts(with: "<!doctype html".utf8) || head.starts(with: "<html".utf8)
  }

  /// Whether it has an `<html` somewhere.
  static func holdsPage(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.prefix(5).map(\.lowercased).elementsEqual("<html".utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Refuses what libxml2 would take too long over, and all declarations of a document's own.
  ///
  /// A well-formed text is cut up exactly; where it is not, libxml2 ends at the first error.
  static func check(_ text: String) throws(MarkupProblem) {
    try MarkupLimits.check(text)
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    var count = 0
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      count += 1
      guard count <= MarkupLimits.nodes else { throw .tooManyNodes }
      rest = rest[open...]
      if rest.starts(with: "<!--".utf8) {
        rest = try skipComment(rest, of: bytes)
      } else if rest.starts(with: "<![CDATA[".utf8) {
        rest = skip(rest, behind: "]]>")
      } else if rest.starts(with: "<?".utf8) {
        rest = skip(rest, behind: "?>")
      } else {
        rest = try skipTag(rest)
      }
    }
  }

  /// libxml2 copies the whole comment for each `--` in it that is not its end.
  private static func skipComment(
    _ comment: ArraySlice<UInt8>, of bytes: [UInt8]
  ) throws(MarkupProblem) -> ArraySlice<UInt8> {
    let rest = skip(comment.dropFirst(4), behind: "--")
    guard rest.first == UInt8(ascii: ">") || rest.isEmpty else {
      throw .malformed(line: line(of: rest.startIndex, in: bytes), words: "-- inside of a comment")
    }
    return rest.dropFirst()
  }

  private static func skipTag(
    _ bytes: ArraySlice<UInt8>
  ) throws(MarkupProblem) -> ArraySlice<UInt8> {
    let isType = bytes.starts(with: "<!DOCTYPE".utf8)
    var quote: UInt8?
    var values = 0
    for (index, byte) in zip(bytes.indices, bytes) {
      if let current = quote {
        if byte == current { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        values += 1
        guard values <= MarkupLimits.attributes else { throw .tooManyAttributes }
      } else if byte == UInt8(ascii: "["), isType {
        throw .declarations
      } else if byte == UInt8(ascii: ">") {
        return bytes[(index + 1)...]
      }
    }
    return []
  }

  private static func skip(_ bytes: ArraySlice<UInt8>, behind end: String) -> ArraySlice<UInt8> {
    let pattern = Array(end.utf8)
    var at = bytes.startIndex
    while let next = bytes[at...].firstIndex(of: pattern[0]) {
      if bytes[next...].starts(with: pattern) { return bytes[(next + pattern.count)...] }
      at = next + 1
    }
    return []
  }

  /// Counted from 1.
  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].count { $0 == 0x0A } + 1
  }

  private static func start(of text: String) -> Substring.UTF8View {
    text.utf8.drop { $0.isSpace }
  }
}
