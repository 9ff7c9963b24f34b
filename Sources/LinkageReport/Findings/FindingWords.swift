import LinkageCore

/// The sentences of findings in one language.
protocol FindingWords: Sendable {
  func headline(_ facts: FindingFacts) -> String
  func sync(_ measurement: Measurement, _ sync: Outline.Sync, watched: Nanoseconds?) -> String
  func bound(_ measurement: Measurement) -> String
  /// What to try, most useful first, without commands.
  func advice(_ facts: FindingFacts) -> String?
  func checkAgain(run: String) -> String
  func noValue(_ problem: String) -> String
  func notEvaluated(_ problem: String) -> String
}

extension Language {
  var findingWords: any FindingWords {
    self == .chinese ? ChineseFindingWords() : EnglishFindingWords()
  }
}
