import Yams

/// Where a scalar stands in its file.
struct ScalarSpan {
  /// With quotes, at most to the end of its first line.
  let range: Range<Int>
  /// Where its text stands letter by letter; `nil` when the file spells it otherwise.
  let textOffset: Int?

  init(of text: String, style: Node.Scalar.Style, at start: Int, in source: SourceText) {
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    let isVerbatim = isQuoted || style == .plain
    let offset = start + (isQuoted ? 1 : 0)
    let end = offset + text.utf8.count
    let line = source.line(around: start)
    if isVerbatim, end <= source.bytes.count, source.bytes[offset..<end].elementsEqual(text.utf8),
      !isQuoted || source.byte(at: end) == source.byte(at: start)
    {
      textOffset = offset
      range = start..<(isQuoted ? end + 1 : end)
    } else {
      textOffset = nil
      range = start..<(isQuoted ? Self.closingQuote(from: start, in: source) : line.upperBound)
    }
  }

  /// The end of a quoted scalar, or of its first line.
  private static func closingQuote(from start: Int, in source: SourceText) -> Int {
    guard let quote = source.byte(at: start) else { return start }
    let end = source.line(around: start).upperBound
    var offset = start + 1
    while offset < end {
      let byte = source.bytes[offset]
      if byte == quote {
        guard quote == UInt8(ascii: "'"), source.byte(at: offset + 1) == quote else {
          return offset + 1
        }
        offset += 1
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 1
      }
      offset += 1
    }
    return end
  }
}
