import LinkageCore

/// The words of the summary in one language.
protocol ConsoleWords: Sendable {
  func status(_ status: CaseVerdict.Status) -> String
  func headerLabel(_ label: HeaderLabel) -> String
  func title(_ section: ConsoleSection) -> String
  func column(_ column: LinkColumn) -> String
  /// `3 scenarios: 1 passed, 1 failed`
  func counts(_ counts: CaseCounts) -> String
  /// How the samples of one scenario ended.
  func samples(_ counts: CaseCounts) -> String
  func verdict(_ judgement: Judgement) -> String
  /// One sentence why.
  func reason(_ reason: VerdictReason) -> String
  func reads(_ count: Int) -> String
  /// The worst latency of several rounds.
  func worst(_ latency: String) -> String
  /// A latency beyond which nobody waited, as the run was interrupted.
  func interrupted(_ latency: String) -> String
  func cleanupFailed(_ text: String) -> String
  /// Stands for scenarios that a long list leaves out.
  func notListed(passed: Int) -> String
  /// Names the rows whose failures were told of another one.
  func rowsAlike(_ rows: [String]) -> String
  /// Stands for samples whose failures were told of another one.
  func samplesAlike(_ count: Int) -> String
  /// Stands for messages that a long list leaves out.
  func notShown(_ count: Int) -> String
  /// What stands before the names of checks.
  func checked(_ answer: CheckedNames.Answer) -> String
  /// A check that could not judge so many of the things that it saw.
  func checked(_ name: String, unjudged: Int) -> String
  /// Between the names of a list.
  var listSeparator: String { get }
  /// What the `p95` column leaves blank.
  func needsSamples(_ count: Int) -> String
  func note(_ note: LinkNote) -> String
  /// That reads took longer and longer, and what to do.
  func growth(of trip: RoundTrip, on link: String) -> String
  /// How late the loops were, and how far apart reads were to be.
  func lateness(_ lateness: RunEnd.Lateness, spacing: String?) -> String
  /// Why the latencies above are wider than they should be, and how many scenarios to run at once
  /// instead; `nil` where it was one alone.
  func notTrusted(parallel: Int?) -> String
  /// Beside a promised bound that some missed.
  func late(_ count: Int, of samples: Int) -> String
}

extension Language {
  var consoleWords: any ConsoleWords {
    self == .chinese ? ChineseConsoleWords() : EnglishConsoleWords()
  }
}
