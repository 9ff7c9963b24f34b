import LinkageCore

/// The fixed words around every message's facts.
protocol MessageWords: Sendable {
  func severity(_ severity: Severity) -> String
  /// Between a label and what it labels: `: ` or `：`.
  var colon: String { get }
  var comma: String { get }
  var semicolon: String { get }
  func label(_ label: MessageLabel) -> String
  /// A word of another language's sentence in this one's brackets: `  (Slow)` or `（Slow）`.
  func bracketed(_ word: String) -> String
  /// Names between backquotes, listed.
  func list(_ names: [String]) -> String
}

extension Language {
  var messageWords: any MessageWords {
    self == .chinese ? ChineseMessageWords() : EnglishMessageWords()
  }
}
