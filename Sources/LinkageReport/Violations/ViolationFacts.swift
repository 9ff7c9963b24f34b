import LinkageCore
import Values

/// What the sentence of a violation speaks of, as it is printed.
struct ViolationFacts {
  var type: FailureType
  /// `order o1`; `nil` where it is about no entity.
  var what: String?
  var platform: String?
  var field: String?
  /// Where it showed: `points-parity › seenOnWeb`.
  var step: String?
  private let facts: [CheckResult.Fact]

  init(_ violation: CheckResult.Violation, _ outline: Outline) {
    type = violation.type
    what = violation.entity.map { entity in
      violation.key.map { "\(VisibleText.line(entity)) \(Self.text($0))" }
        ?? VisibleText.line(entity)
    }
    platform = violation.platform.map(VisibleText.line)
    field = violation.field.map { "`\(VisibleText.line($0))`" }
    step = violation.step.flatMap { outline.name(of: $0) }
    facts = violation.facts
  }

  subscript(_ name: String) -> String? {
    facts.first { $0.name == name }.map { Self.text($0.value) }
  }

  /// All that no sentence knows: `expected 2, found 1`.
  var rest: String { facts.map { "\($0.name) \(Self.text($0.value))" }.joined(separator: ", ") }

  /// A value without quotes, short enough for a line.
  static func text(_ value: Value) -> String {
    let text = value.stringValue ?? value.json()
    return Columns.cut(VisibleText.line(text), to: ValueText.widest)
  }
}
