/// Finds how far an entry of a list or mapping reaches where YAML itself reads it otherwise.
enum EntryText {
  /// From `start` to the comma or bracket that ends the entry, to a comment or the end of the line.
  static func range(from start: Int, in source: SourceText) -> Range<Int> {
    let end = source.line(around: start).upperBound
    var scan = BracketScan()
    var offset = start
    while offset < end {
      let byte = source.bytes[offset]
      if !scan.isInString, scan.depth == 0, endsEntry(byte) || isComment(offset, in: source) {
        break
      }
      scan.read(byte)
      offset += 1
    }
    return start..<trimmedEnd(start, offset, in: source)
  }

  /// From `start` to a comment or the end of the line.
  static func lineRest(from start: Int, in source: SourceText) -> Range<Int> {
    start..<trimmedEnd(start, source.line(around: start).upperBound, in: source)
  }

  /// Where the entry that holds `offset` starts on its line: after the last `- `, `: `, `, `, `[` or
  /// `{` that YAML takes as its own.
  static func start(before offset: Int, in source: SourceText) -> Int {
    let line = source.line(around: offset)
    var start = line.lowerBound
    var scan = BracketScan(opensOnly: UInt8(ascii: "("))
    var at = line.lowerBound
    while at < offset {
      let byte = source.bytes[at]
      if !scan.isInString, scan.depth == 0, separates(at, entry: start, in: source) {
        start = skipSpaces(from: at + 1, to: offset, in: source)
        at = max(at + 1, start)
        continue
      }
      scan.read(byte)
      at += 1
    }
    return skipSpaces(from: start, to: offset, in: source)
  }

  private static func separates(_ at: Int, entry: Int, in source: SourceText) -> Bool {
    let isFirst = source.bytes[entry..<at].allSatisfy { $0 == 0x20 }
    let isBeforeSpace = source.byte(at: at + 1).map { $0 <= 0x20 } ?? true
    switch source.bytes[at] {
    case UInt8(ascii: "-"): return isFirst && isBeforeSpace
    case UInt8(ascii: "["), UInt8(ascii: "{"): return isFirst
    case UInt8(ascii: ":"), UInt8(ascii: ","): return isBeforeSpace
    default: return false
    }
  }

  private static func skipSpaces(from start: Int, to end: Int, in source: SourceText) -> Int {
    var offset = start
    while offset < end, source.bytes[offset] == 0x20 { offset += 1 }
    return offset
  }

  private static func trimmedEnd(_ start: Int, _ end: Int, in source: SourceText) -> Int {
    var end = end
    while end > start, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return max(end, min(start + 1, source.bytes.count))
  }

  private static func endsEntry(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte)
  }

  private static func isComment(_ offset: Int, in source: SourceText) -> Bool {
    source.bytes[offset] == UInt8(ascii: "#") && source.byte(at: offset - 1) == 0x20
  }
}
