import LinkageCore

/// Recognises `{ ok: f(a, b) }` and `[ f(a, b) ]`, where YAML ends the expression at its comma.
enum CommaTrap {
  /// The entries without those that are pieces of one expression, which are reported.
  static func reported(in entries: [YAMLEntry], by reader: NodeReader) -> [YAMLEntry] {
    var kept: [YAMLEntry] = []
    var index = 0
    while index < entries.count {
      let end = piecesEnd(index, count: entries.count) {
        entries[$0].value
      } isPiece: {
        entries[$0].value.isAbsent && entries[$0].key.isPlainScalar
      } text: {
        entries[$0].key.scalarText ?? ""
      }
      if let end {
        report(entries[index].value, through: entries[end].key, by: reader)
        var entry = entries[index]
        entry.value.content = .broken
        kept.append(entry)
        index = end + 1
      } else {
        kept.append(entries[index])
        index += 1
      }
    }
    return kept
  }

  /// The items without those that are pieces of one expression, which are reported.
  static func reported(in items: [YAMLNode], by reader: NodeReader) -> [YAMLNode] {
    var kept: [YAMLNode] = []
    var index = 0
    while index < items.count {
      let end = piecesEnd(index, count: items.count) {
        items[$0]
      } isPiece: {
        items[$0].isPlainScalar
      } text: {
        items[$0].scalarText ?? ""
      }
      if let end { report(items[index], through: items[end], by: reader) }
      if end == nil { kept.append(items[index]) }
      index = (end ?? index) + 1
    }
    return kept
  }

  /// The last of the pieces that close the bracket or string which piece `first` leaves open.
  private static func piecesEnd(
    _ first: Int, count: Int, node: (Int) -> YAMLNode, isPiece: (Int) -> Bool,
    text: (Int) -> String
  ) -> Int? {
    let start = node(first)
    guard start.isInFlow, start.isPlainScalar else { return nil }
    var scan = BracketScan(start.scalarText ?? "")
    guard scan.isOpen else { return nil }
    for index in first + 1..<max(count, first + 1) {
      guard isPiece(index) else { return nil }
      for byte in text(index).utf8 { scan.read(byte) }
      if !scan.isOpen { return index }
    }
    return nil
  }

  private static func report(_ first: YAMLNode, through last: YAMLNode, by reader: NodeReader) {
    let range = first.range.lowerBound..<max(last.range.upperBound, first.range.upperBound)
    let text = reader.source.text(in: range)
    reader.report(.quoteExpression(text: text, why: ","), at: range)
  }
}
