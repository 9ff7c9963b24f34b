/// Right spellings of what was written wrongly.
enum NameSuggestion {
  /// A name that expressions can use: other characters become `_`, a reserved word gets one.
  static func name(for text: String) -> String {
    var name = ""
    for character in text {
      name.append(isAllowed(character) ? character : "_")
    }
    guard let first = name.first, !first.isNumber else { return "_" + name }
    return name == text ? name + "_" : name
  }

  /// A name that files can use: other characters become `-`.
  static func label(for text: String, isScenario: Bool) -> String {
    let others = isScenario ? "_-." : "_-"
    let name = String(text.map { $0.isLetter || $0.isNumber || others.contains($0) ? $0 : "-" })
    let isFirst = name.first.map { $0.isLetter || isScenario && $0.isNumber } ?? false
    return isFirst ? name : (isScenario ? "s" : "_") + name
  }

  /// The expression as a YAML string.
  static func quoted(_ expression: String) -> String {
    if !expression.contains("\"") && !expression.contains("\\") { return "\"\(expression)\"" }
    let doubled = expression.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + doubled.joined(separator: "''") + "'"
  }

  private static func isAllowed(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }
}
