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

extension TransportFailure {
  /// Whether somebody listens: a proxy that lets nothing through, a server without HTTP/2.
  var isOwnRefusal: Bool {
    cause == .noHTTP2 || kind == .refused
      && (detail.hasPrefix("The proxy answered") || detail.hasPrefix("The server does not speak"))
  }
}
