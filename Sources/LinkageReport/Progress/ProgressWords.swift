import LinkageCore

/// The words of live progress in one language.
protocol ProgressWords: Sendable {
  var starting: String { get }
  var interrupted: String { get }
  /// Of a scenario whose latency decides, which only the verdict judges.
  var notJudged: String { get }
  func head(finished: Int, total: Int, running: Int, elapsed: String) -> String
  func more(_ count: Int) -> String
  func waiting(step: String, link: String, since: [String], _ waited: String?, _ reads: Int)
    -> String
  func trouble(step: String, _ reason: StepEnd.Reason) -> String
}

extension Language {
  var progressWords: any ProgressWords {
    self == .chinese ? ChineseProgressWords() : EnglishProgressWords()
  }
}
