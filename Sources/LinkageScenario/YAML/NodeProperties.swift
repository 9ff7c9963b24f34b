/// The anchor and tag in front of a node, which the parser's mark points at.
struct NodeProperties {
  /// Where the node itself starts.
  private(set) var contentOffset: Int
  /// Where a tag starts.
  private(set) var tag: Int?
  /// Whether the tag is `!!str`.
  private(set) var isString = false

  init(at mark: Int, in source: SourceText) {
    contentOffset = mark
    while let byte = source.byte(at: contentOffset),
      byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!")
    {
      let end = Self.wordEnd(from: contentOffset, in: source)
      if byte == UInt8(ascii: "!") {
        tag = contentOffset
        isString = source.text(in: contentOffset..<end) == "!!str"
      }
      contentOffset = Self.skipSpace(from: end, in: source)
    }
  }

  private static func wordEnd(from start: Int, in source: SourceText) -> Int {
    var end = start
    while let byte = source.byte(at: end), byte > 0x20 { end += 1 }
    return end
  }

  /// Spaces, line ends and comments.
  private static func skipSpace(from start: Int, in source: SourceText) -> Int {
    var offset = start
    while let byte = source.byte(at: offset) {
      if byte == UInt8(ascii: "#") {
        offset = source.line(around: offset).upperBound
      } else if byte <= 0x20 {
        offset += 1
      } else {
        break
      }
    }
    return offset
  }
}

extension SourceText {
  func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < bytes.count ? bytes[offset] : nil
  }
}
