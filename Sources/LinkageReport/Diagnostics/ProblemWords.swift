import CEL
import LinkageCore

/// The sentences of every problem in one language.
protocol ProblemWords: Sendable {
  func headline(_ problem: Problem) -> String
  /// What to do about it, beyond the nearest right name.
  func advice(_ problem: Problem) -> String?
  /// What to do about a missing file that another file names.
  var pathFromFile: String { get }
  func didYouMean(_ name: String) -> String
  /// What should stand there instead, where the problem itself does not carry it.
  func expected(_ problem: Problem) -> String?
  /// A description made elsewhere, such as `string` or `list`.
  func term(_ text: String) -> String
  /// The last line: how many problems in how many files.
  func count(problems: Int, files: Int) -> String
}

extension Language {
  var problemWords: any ProblemWords {
    self == .chinese ? ChineseProblemWords() : EnglishProblemWords()
  }
}

extension Message {
  /// Whether it is about values whose types do not go together.
  var concernsTypes: Bool { [.neverEqual, .neverIn, .noOverload].contains(id) }
}
