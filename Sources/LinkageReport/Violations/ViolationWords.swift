import LinkageCore

/// The sentences of violations in one language.
protocol ViolationWords: Sendable {
  /// One sentence that says what cannot be, without a full stop.
  func sentence(_ facts: ViolationFacts) -> String
  /// Behind it, where it showed.
  func place(_ step: String) -> String
  /// Of a list in a witness: how many elements it has.
  func elements(_ count: Int) -> String
  /// Stands for violations that a long list leaves out.
  func more(_ count: Int) -> String
  /// Stands for whoever is no actor.
  var nobody: String { get }
}

extension Language {
  var violationWords: any ViolationWords {
    self == .chinese ? ChineseViolationWords() : EnglishViolationWords()
  }
}
