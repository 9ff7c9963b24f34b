/// Fits texts into columns of a terminal.
enum Columns {
  /// At most `width` columns; what does not fit ends in `…`.
  static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = DisplayWidth.of(character)
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return width > 0 ? result + "…" : ""
  }

  /// The text, then blanks up to `width` columns.
  static func left(_ text: String, _ width: Int) -> String {
    text + VisibleText.spaces(width - DisplayWidth.of(text))
  }

  /// Blanks, then the text, `width` columns in all.
  static func right(_ text: String, _ width: Int) -> String {
    VisibleText.spaces(width - DisplayWidth.of(text)) + text
  }

  static func trimmedEnd(_ text: String) -> String {
    var bytes = text.utf8[...]
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
