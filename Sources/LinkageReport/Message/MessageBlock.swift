import LinkageCore

/// Builds one message line by line: headline, place, source lines behind a gutter, advice.
struct MessageBlock {
  private(set) var lines: [String] = []
  private let words: any MessageWords
  private let style: Style
  /// Columns of the widest line number.
  private let digits: Int

  init(language: Language, style: Style, widestLine: Int) {
    words = language.messageWords
    self.style = style
    digits = max(2, String(widestLine).utf8.count)
  }

  var text: String { lines.joined(separator: "\n") }

  mutating func headline(_ severity: Severity, _ sentence: String, type: String? = nil) {
    let opening = style.paint(words.severity(severity) + words.colon, severity.role)
    let ending = type.map { style.paint(words.bracketed($0), .quiet) } ?? ""
    lines.append(opening + style.paint(VisibleText.line(sentence), .strong) + ending)
  }

  mutating func place(_ place: Place) {
    let text = "\(place.path):\(place.line):\(place.column)"
    lines.append(VisibleText.spaces(digits) + style.paint("--> ", .mark) + VisibleText.line(text))
  }

  /// Only the file's name, where the whole file is meant.
  mutating func place(path: String) {
    lines.append(VisibleText.spaces(digits) + style.paint("--> ", .mark) + VisibleText.line(path))
  }

  /// Whence the place is reached, beneath it.
  mutating func way(_ text: String) {
    lines.append(VisibleText.spaces(digits + 4) + style.paint(VisibleText.line(text), .quiet))
  }

  mutating func blank() { lines.append(gutter("")) }
  mutating func gap() { lines.append(gutter("") + " ...") }

  mutating func source(_ number: Int, _ text: String, note: String? = nil) {
    let note = note.map { style.paint($0, .quiet) } ?? ""
    lines.append(Columns.trimmedEnd(gutter(String(number)) + " " + text + note))
  }

  /// Something beneath a source line: carets, values, or the text that carets stand under.
  mutating func under(_ text: String, _ role: Style.Role?) {
    let text = Columns.trimmedEnd(text)
    lines.append(gutter("") + " " + (role.map { style.paint(text, $0) } ?? text))
  }

  /// A fact beneath the excerpt: `|   sync: …`.
  mutating func fact(_ label: MessageLabel, _ text: String) {
    let opening = style.paint(words.label(label) + words.colon, .mark)
    lines.append(gutter("") + "   " + opening + VisibleText.line(text))
  }

  /// `= found: …`
  mutating func remark(_ label: MessageLabel, _ text: String) {
    let opening = style.paint("= " + words.label(label) + words.colon, .mark)
    lines.append(VisibleText.spaces(digits + 1) + opening + VisibleText.line(text))
  }

  private func gutter(_ number: String) -> String {
    style.paint(Columns.right(number, digits) + " |", .mark)
  }
}
