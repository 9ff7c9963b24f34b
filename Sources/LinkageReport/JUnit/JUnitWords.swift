import LinkageCore

/// The few words that only JUnit needs.
protocol JUnitWords: Sendable {
  var interrupted: String { get }
  var noFinding: String { get }
  /// Behind an operation that cleans up.
  var cleanup: String { get }
  var nothingObserved: String { get }
  var notDecided: String { get }
  func run(id: String, target: String, seed: UInt64) -> String
  func latency(_ summary: LinkSummary) -> String
  func leftOut(bytes: Int) -> String
  /// Stands for rounds that passed.
  func roundsLeftOut(_ count: Int) -> String
  /// Behind an operation that is repeated for that long.
  func stays(_ length: Nanoseconds) -> String
}

extension Language {
  var junitWords: any JUnitWords { self == .chinese ? ChineseJUnitWords() : EnglishJUnitWords() }
}
