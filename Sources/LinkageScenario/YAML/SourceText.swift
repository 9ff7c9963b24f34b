import LinkageCore

/// One file's text, and the way from the YAML parser's marks and from UTF-8 offsets to places.
///
/// The parser counts columns in Unicode scalars and ends lines at more characters than editors do;
/// a place counts characters and ends lines at line feeds. Offsets are into `bytes`.
final class SourceText: Sendable {
  let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]
  private let parserLineStarts: [Int]
  /// Then a character is a byte, and nothing needs counting: a file may be one long line.
  private let isASCII: Bool

  /// A byte-order mark at the start is left out.
  init(path: String, text: String) {
    self.path = path
    let all = Array(text.utf8)
    bytes = all.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(all.dropFirst(3)) : all
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    lineStarts = Self.starts(in: bytes) { bytes, at in bytes[at] == 0x0A ? 1 : nil }
    parserLineStarts = Self.starts(in: bytes, after: Self.parserBreak)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The offset of a mark whose line and column count from 1.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= parserLineStarts.count else { return bytes.count }
    var offset = parserLineStarts[line - 1]
    if isASCII { return min(offset + max(0, column - 1), bytes.count) }
    var scalars = column - 1
    while scalars > 0, offset < bytes.count {
      offset = end(ofScalarAt: offset)
      scalars -= 1
    }
    return offset
  }

  /// Where the scalar that starts at an offset ends.
  func end(ofScalarAt offset: Int) -> Int {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// The line of an offset without its line break.
  func line(around offset: Int) -> Range<Int> {
    let index = lineIndex(of: offset)
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The place of a range; it ends with the line that it starts in.
  func place(_ range: Range<Int>) -> Place {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let line = line(around: start)
    let end = min(max(range.upperBound, start), max(line.upperBound, start))
    return Place(
      path: path, line: lineIndex(of: start) + 1,
      column: characters(in: line.lowerBound..<start) + 1,
      length: max(1, characters(in: start..<end)))
  }

  private func characters(in range: Range<Int>) -> Int {
    isASCII ? range.count : text(in: range).count
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func starts(
    in bytes: [UInt8], after lineBreak: ([UInt8], Int) -> Int?
  ) -> [Int] {
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      if let length = lineBreak(bytes, offset) {
        offset += length
        starts.append(offset)
      } else {
        offset += 1
      }
    }
    return starts
  }

  /// CR, LF, CR LF, NEL, LS and PS, as libyaml has it.
  private static func parserBreak(_ bytes: [UInt8], _ at: Int) -> Int? {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    let third = at + 2 < bytes.count ? bytes[at + 2] : 0
    switch bytes[at] {
    case 0x0A: return 1
    case 0x0D: return next == 0x0A ? 2 : 1
    case 0xC2 where next == 0x85: return 2
    case 0xE2 where next == 0x80 && (third == 0xA8 || third == 0xA9): return 3
    default: return nil
    }
  }
}
