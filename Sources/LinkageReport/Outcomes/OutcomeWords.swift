import LinkageCore

/// How operations end and why steps are skipped, in one language.
protocol OutcomeWords: Sendable {
  func failure(_ failure: TransportFailure) -> String
  func outcome(_ outcome: Outcome) -> String
  func skip(_ reason: SkipReason) -> String
  func step(_ status: StepVerdict.Status) -> String
}

extension Language {
  var outcomeWords: any OutcomeWords {
    self == .chinese ? ChineseOutcomeWords() : EnglishOutcomeWords()
  }
}
