import LinkageCore

/// What became of each check, by its name; of one that saw nothing there is nothing to tell.
struct CheckedNames {
  /// What a line of names says of them.
  enum Answer: CaseIterable {
    case violated, undecided
    /// All that they saw could not be judged.
    case unjudged
    case held

    fileprivate init(_ check: CheckResult) {
      switch check.judgement {
      case .fail: self = .violated
      case .unknown: self = check.isUnobserved ? .unjudged : .undecided
      case .pass: self = .held
      }
    }
  }

  let checks: [CheckResult]
  let language: Language
  let width: Int

  var lines: [String] {
    let told = checks.filter { $0.judgement != .unknown || !$0.isUnobserved || $0.unjudged != nil }
    return Answer.allCases.flatMap { answer in
      line(answer, told.filter { Answer($0) == answer })
    }
  }

  private func line(_ answer: Answer, _ checks: [CheckResult]) -> [String] {
    guard !checks.isEmpty else { return [] }
    let words = language.consoleWords
    let names = checks.map { check in
      check.unjudged.map { words.checked(check.checker, unjudged: $0) } ?? check.checker
    }
    return folded(words.checked(answer), names, words.listSeparator)
  }

  /// Goes on in the next line, further in, where the width is used up.
  private func folded(_ label: String, _ names: [String], _ separator: String) -> [String] {
    var lines = ["  " + label]
    for (place, name) in names.enumerated() {
      let word = name + (place < names.count - 1 ? separator : "")
      let isFull = DisplayWidth.of(lines[lines.count - 1] + word.trimmed) > width
      if place > 0, isFull { lines.append("    ") }
      lines[lines.count - 1] += word
    }
    return lines.map { $0.trimmed }
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate var trimmed: String {
    lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }
}
