import LinkageCore

/// How operations end and why steps are skipped, in one language.
protocol OutcomeWords: Sendable {
  func failure(_ failure: TransportFailure) -> String
  func outcome(_ outcome: Outcome) -> String
  func skip(_ reason: SkipReason) -> String
  /// - Parameter isUndecided: whether nothing that went wrong is known to be the product's fault.
  func step(_ status: StepVerdict.Status, isUndecided: Bool) -> String
}

extension Language {
  var outcomeWords: any OutcomeWords {
    self == .chinese ? ChineseOutcomeWords() : EnglishOutcomeWords()
  }
}

extension CaseVerdict {
  /// Whether all that is wrong with a step leaves undecided what the product did.
  func isUndecided(_ step: Int) -> Bool {
    let own = (findings + cleanup).filter { $0.step == step }
    return !own.isEmpty && own.allSatisfy(\.type.isError)
  }
}

extension TransportFailure {
  /// Whether somebody listens: a proxy that lets nothing through, a server without HTTP/2.
  var isOwnRefusal: Bool {
    cause == .noHTTP2
      || kind == .refused
        && (detail.hasPrefix("The proxy answered") || detail.hasPrefix("The server does not speak"))
  }
}
