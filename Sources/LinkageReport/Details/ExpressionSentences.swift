import CEL

/// What is wrong with expressions: the sentences of `CEL`, which knows both languages.
enum ExpressionSentences {
  static let all =
    Message.ID.allCases.compactMap(pair)
    + (0..<4).map { SentencePair("\($0) or \($0 + 1)", "\($0) 或 \($0 + 1)") }

  /// With its gaps for words, each sentence is its own template.
  private static func pair(_ id: Message.ID) -> SentencePair? {
    // A function's name before its own sentence, and a mark alone, say nothing by themselves.
    if id == .host || id == .expectedMark || id == .expectedCommaOr { return nil }
    let gaps = Message(id, (0..<6).map { .text("{\($0)}") })
    return SentencePair(gaps.text(in: .english), gaps.text(in: .chinese))
  }
}
