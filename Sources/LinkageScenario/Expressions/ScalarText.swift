/// A piece of a scalar's text with the way from its offsets to those of the file.
struct ScalarText {
  let text: String
  /// Where it stands letter by letter; `nil` when the file spells it otherwise.
  let offset: Int?
  /// Where to point when it does not.
  let fallback: Range<Int>

  init(_ scalar: YAMLScalar, of node: YAMLNode) {
    text = scalar.text
    offset = scalar.textOffset
    fallback = node.range
  }

  private init(text: String, offset: Int?, fallback: Range<Int>) {
    self.text = text
    self.offset = offset
    self.fallback = fallback
  }

  var range: Range<Int> { self.range(0..<text.utf8.count) }

  /// The place in the file of a range of the text, both in UTF-8.
  func range(_ part: Range<Int>) -> Range<Int> {
    guard let offset else { return fallback }
    return offset + part.lowerBound..<offset + part.upperBound
  }

  /// A part without the white space around it.
  func trimmed(_ part: Range<Int>) -> ScalarText {
    let bytes = Array(text.utf8)
    var (low, high) = (part.lowerBound, part.upperBound)
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    return ScalarText(
      text: String(decoding: bytes[low..<high], as: UTF8.self), offset: offset.map { $0 + low },
      fallback: fallback)
  }
}
