import LinkageCore

/// Sentences that were made elsewhere, by libraries, the system or while a journey ran, and that a
/// history keeps in English.
protocol DetailWords: Sendable {
  func text(_ detail: String) -> String
}

extension Language {
  var detailWords: any DetailWords {
    self == .chinese ? ChineseDetailWords() : EnglishDetailWords()
  }
}
