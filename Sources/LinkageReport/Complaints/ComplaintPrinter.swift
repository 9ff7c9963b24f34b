package import LinkageCore

/// Prints a complaint with what to do next.
package struct ComplaintPrinter {
  private let language: Language
  private let style: Style

  package init(language: Language, style: Style = .plain) {
    self.language = language
    self.style = style
  }

  package func text(_ complaint: Complaint) -> String {
    let words = language.complaintWords
    var block = MessageBlock(language: language, style: style, widestLine: 0)
    block.headline(.error, words.headline(complaint))
    if let (label, names) = choices(complaint), !names.isEmpty {
      block.remark(label, language.messageWords.list(names))
    }
    block.remark(.attempt, words.advice(complaint))
    return block.text + "\n"
  }

  private func choices(_ complaint: Complaint) -> (MessageLabel, [String])? {
    switch complaint {
    case .noSuchRun(_, _, let recent): (.recent, Array(recent.prefix(5)))
    case .ambiguousRun(_, let candidates): (.known, Array(candidates.prefix(5)))
    case .unknownTarget(_, _, let known), .unknownSchema(_, _, let known),
      .unknownFaults(_, _, let known):
      (.known, known)
    case .noSuchCase(_, nil, let known), .noSuchStep(_, nil, let known):
      (.known, Array(known.prefix(12)))
    case .selectedNothing(let reason): choices(reason).map { (.known, Array($0.prefix(12))) }
    default: nil
    }
  }

  /// What could have been chosen, where nothing near it says so better.
  private func choices(_ reason: EmptySelection) -> [String]? {
    switch reason {
    case .tags(_, nil, let known), .priorities(_, let known), .pattern(_, nil, let known): known
    default: nil
    }
  }
}
