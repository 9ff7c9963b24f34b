import CEL
import LinkageCore
import Values

/// A template as the file writes it, on one line.
enum TemplateText {
  static func text(_ template: Template) -> String {
    switch template {
    case .constant(.string(let text)): text
    case .constant(let value): value.json()
    case .value(let located): "`\(located.expression.source)`"
    case .text(let pieces): pieces.map(piece).joined()
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .map(let entries):
      "{ " + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  private static func piece(_ piece: Template.Piece) -> String {
    switch piece {
    case .literal(let text): text
    case .value(let located): "${\(located.expression.source)}"
    }
  }
}
