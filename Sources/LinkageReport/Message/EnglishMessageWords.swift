import LinkageCore

struct EnglishMessageWords: MessageWords {
  let colon = ": "
  let comma = ", "
  let semicolon = "; "

  func severity(_ severity: Severity) -> String {
    severity == .error ? "error" : "undecided"
  }

  func label(_ label: MessageLabel) -> String {
    switch label {
    case .found: "found"
    case .expected: "expected"
    case .known: "known"
    case .attempt: "try"
    case .sync: "sync"
    case .request: "request"
    case .answer: "answer"
    case .note: "note"
    case .recent: "recent"
    case .held: "held"
    case .round: "round"
    case .condition: "condition"
    }
  }

  func bracketed(_ word: String) -> String { "  (\(word))" }

  func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
