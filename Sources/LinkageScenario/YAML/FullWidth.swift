import LinkageCore

/// Finds full-width characters where YAML, or a name, needs the plain ones.
enum FullWidth {
  private static let plain: [Character: String] = [
    "：": ":", "，": ",", "　": " ", "｛": "{", "｝": "}", "［": "[", "］": "]", "＃": "#", "－": "-",
    "＄": "$",
  ]

  /// The problem with a key or name, and which bytes of it are at fault.
  static func problem(in name: String) -> (problem: Problem, range: Range<Int>)? {
    guard let index = name.firstIndex(where: { plain[$0] != nil }),
      let plain = plain[name[index]]
    else { return nil }
    let start = name.utf8.distance(from: name.startIndex, to: index)
    let found = String(name[index])
    return (
      .spelling(.fullWidth(found: found, plain: plain)), start..<start + found.utf8.count
    )
  }

  /// The problem with what YAML could not read at an offset, there or in the line above: only keys,
  /// indentation and opening brackets are looked at, as texts may hold such characters.
  static func failure(at offset: Int, in source: SourceText) -> YAMLFailure? {
    let line = source.line(around: offset)
    let above = source.line(around: max(0, line.lowerBound - 1))
    for range in [above, line] {
      if let failure = failure(in: range, of: source) { return failure }
    }
    return nil
  }

  private static func failure(in line: Range<Int>, of source: SourceText) -> YAMLFailure? {
    let text = source.text(in: line).prefix(200)
    guard let index = structure(of: text), let plain = plain[text[index]] else { return nil }
    let found = String(text[index])
    let start = line.lowerBound + text.utf8.distance(from: text.startIndex, to: index)
    return YAMLFailure(
      problem: .spelling(.fullWidth(found: found, plain: plain)),
      range: start..<start + found.utf8.count)
  }

  /// Where a line's indentation, its first key or what opens its value is full-width.
  private static func structure(of line: Substring) -> Substring.Index? {
    var rest = line.drop { " -{[\t".contains($0) }
    if let first = rest.first, "　｛［－＃".contains(first) { return rest.startIndex }
    let key = rest.prefix { $0.isLetter || $0.isNumber || "_.-".contains($0) }
    guard !key.isEmpty else { return nil }
    rest = rest[key.endIndex...].drop { $0 == " " }
    if rest.first == "：" || rest.first == "　" { return rest.startIndex }
    guard rest.first == ":" else { return nil }
    rest = rest.dropFirst().drop { $0 == " " }
    return rest.first.map { "｛［".contains($0) } == true ? rest.startIndex : nil
  }
}
