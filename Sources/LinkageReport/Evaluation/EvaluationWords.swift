import LinkageCore

/// The sentences of evaluations in one language.
protocol EvaluationWords: Sendable {
  func headline(_ problem: EvaluationProblem) -> String
  func advice(_ problem: EvaluationProblem) -> String?
  func noValue(_ detail: String) -> String
}

extension Language {
  var evaluationWords: any EvaluationWords {
    self == .chinese ? ChineseEvaluationWords() : EnglishEvaluationWords()
  }
}
