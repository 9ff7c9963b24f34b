import LinkageCore

/// The sentences of findings in one language.
protocol FindingWords: Sendable {
  func headline(_ facts: FindingFacts) -> String
  func sync(_ measurement: Measurement, _ sync: Outline.Sync, watched: Nanoseconds?) -> String
  /// What to try, most useful first, without commands.
  func advice(_ facts: FindingFacts) -> String?
  /// How long a step that `stays` held, if it ever did, and how long it should have.
  func held(_ facts: FindingFacts) -> String
  /// Of a wait in which every answer was one error.
  func onlyRefusal(_ error: String) -> String
  /// Which condition ended the wait, when it came true, and how long it could have gone on.
  func stopped(_ condition: String, _ after: LatencyInterval?, _ within: Nanoseconds?) -> String
  /// When one of several conditions held.
  func condition(_ entry: ConditionTimes.Entry) -> String
  /// Stands for conditions that held sooner than those told.
  func otherConditions(_ count: Int) -> String
  /// That a cache gave answers, and how old the oldest was.
  func cached(_ age: Nanoseconds) -> String
  /// Which round failed, of which step around it, and which others failed the same way.
  func round(_ round: Round, of step: String?, others: [Int]) -> String
  /// Where a flow is used: `used at flows/a.yaml:3:5 by `join``.
  func used(at place: String, by step: String) -> String
  /// The head of the column of names in a table of fields.
  var fieldColumn: String { get }
  /// Stands for a value that is not there.
  var absent: String { get }
  func checkAgain(_ command: String) -> String
  func noValue(_ problem: String) -> String
  func notEvaluated(_ problem: String) -> String
  /// That no answer of a wait, of so many, let the condition be evaluated.
  func neverEvaluated(_ answers: Int) -> String
}

extension Language {
  var findingWords: any FindingWords {
    self == .chinese ? ChineseFindingWords() : EnglishFindingWords()
  }
}
