import LinkageCore

/// Which names a file may give.
enum Identifier {
  /// Words that expressions keep for themselves.
  static let reserved: Set<String> = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function",
    "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
  ]

  /// Names that mean something of their own in every file.
  static let builtIn: Set<String> = [
    "out", "http", "with", "outcome", "session", "base", "env", "secret", "now", "run", "round",
    "row", "inputs", "fake",
  ]

  /// The problem with a name that expressions select as a field: `out.NAME`.
  static func problem(withField name: String) -> Problem? {
    guard isIdentifier(name) else { return .invalidName(name: name, reserved: false) }
    return reserved.contains(name) ? .invalidName(name: name, reserved: true) : nil
  }

  /// The problem with a name that expressions use by itself: a step, an actor, a `let`.
  static func problem(withVariable name: String) -> Problem? {
    problem(withField: name)
      ?? (builtIn.contains(name) ? .invalidName(name: name, reserved: true) : nil)
  }

  /// The problem with a name that only files use: a platform, an entity, an error.
  static func problem(withLabel name: String) -> Problem? {
    let isLabel =
      name.first.map { $0.isLetter || $0 == "_" } == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
    return isLabel ? nil : .spelling(.invalidLabel(name: name, isScenario: false))
  }

  /// The problem with an operation's name, `platform.operation`.
  static func problem(withOperation name: String) -> Problem? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts.allSatisfy({ problem(withLabel: $0) == nil }) else {
      return .invalidValue(owner: "operation", found: name, expected: "PLATFORM.name")
    }
    return nil
  }

  /// The problem with a scenario's id, which also names files and report entries.
  static func problem(withScenario name: String) -> Problem? {
    let isID =
      name.first.map { $0.isLetter || $0.isNumber } == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    return isID ? nil : .spelling(.invalidLabel(name: name, isScenario: true))
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }
}
