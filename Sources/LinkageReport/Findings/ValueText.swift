import LinkageCore
import Values

/// The value of one part of a condition, short: `int 100`, `string "abc…"`, `list [1,2]`.
enum ValueText {
  static let widest = 60

  static func text(_ part: Condition.Part, _ words: any FindingWords) -> String {
    guard let type = part.type else {
      let problem = part.problem.map(VisibleText.line) ?? ""
      return Columns.cut(words.noValue(problem), to: widest)
    }
    if part.value.isNull { return "null" }
    return name(of: type) + " " + shortened(part.value)
  }

  /// The same at its full length.
  static func whole(_ value: Value) -> String {
    value.isNull ? "null" : name(of: value.typeName) + " " + VisibleText.line(value.json())
  }

  private static func shortened(_ value: Value) -> String {
    let text = VisibleText.line(value.json())
    guard case .string = value, DisplayWidth.of(text) > widest else {
      return Columns.cut(text, to: widest)
    }
    return Columns.cut(text, to: widest - 1) + "\""
  }

  private static func name(of type: String) -> String {
    switch type {
    case "google.protobuf.Timestamp": "timestamp"
    case "google.protobuf.Duration": "duration"
    default: type
    }
  }
}
