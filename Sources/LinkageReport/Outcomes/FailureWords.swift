import LinkageCore

/// What stands behind failures, in one language.
protocol FailureWords: Sendable {
  /// Instead of what the kind of the failure says; `nil` where that says enough.
  func reason(_ failure: TransportFailure) -> String?
  /// What to change.
  func advice(_ cause: FailureCause) -> String?
  /// - Parameter proxy: `nil` where only its address is known.
  func proxyAsks(_ proxy: FailureCause.Proxy?, at address: String) -> String
  func proxyPassword(_ proxy: FailureCause.Proxy?) -> String
}

extension Language {
  var failureWords: any FailureWords {
    self == .chinese ? ChineseFailureWords() : EnglishFailureWords()
  }
}
