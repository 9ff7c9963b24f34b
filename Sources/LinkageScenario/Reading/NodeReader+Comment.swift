import LinkageCore

extension NodeReader {
  /// Whether `form: #register` lost its value to a comment, which is then reported. A comment that
  /// is meant as one has a space after its `#`.
  func isCommentedOut(_ node: YAMLNode) -> Bool {
    guard node.isAbsent else { return false }
    let end = source.line(around: node.range.lowerBound).upperBound
    var offset = node.range.upperBound
    while offset < end, [0x20, 0x22, 0x27, 0x3A].contains(source.bytes[offset]) { offset += 1 }
    guard offset < end, source.bytes[offset] == UInt8(ascii: "#"),
      let next = source.byte(at: offset + 1), next > 0x20, next != UInt8(ascii: "#")
    else { return false }
    let range = EntryText.lineRest(from: offset, in: source)
    report(.spelling(.commentedOut(text: source.text(in: range))), at: range)
    return true
  }
}
