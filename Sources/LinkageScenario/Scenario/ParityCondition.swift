import LinkageCore

/// The condition that a field is the same in all reads of a parity.
struct ParityCondition {
  let field: String
  let reads: [String]
  /// Absent on one side must then be absent on the other.
  let isOptional: Bool
  /// As the contract has it; `nil` without one.
  let type: FieldType?
  let tolerance: Tolerance?
  /// An expression over `value`.
  let normalise: String?

  enum Tolerance: Equatable {
    /// As it is written: digits, at most one point.
    case number(String)
    /// As it is written: `1.5s`.
    case duration(String)

    init?(_ text: String) {
      if DurationText.read(text) != nil {
        self = .duration(text)
      } else if Self.isNumber(text) {
        self = .number(text)
      } else {
        return nil
      }
    }

    private static func isNumber(_ text: String) -> Bool {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count <= 2 && text.utf8.count <= 15
        && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
  }

  /// CEL: each of the other reads against the first.
  var text: String {
    reads.dropFirst().map { pair(reads.first ?? "", $0) }.joined(separator: " && ")
  }

  private func pair(_ first: String, _ second: String) -> String {
    let (a, b) = (value(first), value(second))
    guard isOptional else { return same(normal(a), normal(b)) }
    let (x, y) = ("(has(\(a)) ? \(a) : null)", "(has(\(b)) ? \(b) : null)")
    guard tolerance != nil || normalise != nil else { return "\(x) == \(y)" }
    return "(\(x) == null || \(y) == null ? \(x) == \(y) : \(same(normal(a), normal(b))))"
  }

  private func value(_ read: String) -> String { "out.\(read).\(field)" }

  /// Line ends close comments of the expression.
  private func normal(_ value: String) -> String {
    normalise.map { "[\(value)].map(value, \($0.contains("//") ? $0 + "\n" : $0))[0]" } ?? value
  }

  private func same(_ a: String, _ b: String) -> String {
    switch tolerance {
    case nil: return "\(a) == \(b)"
    case .number(let limit):
      let isWhole = type == .int || type == .money
      let (x, y) = isWhole ? (a, b) : ("double(\(a))", "double(\(b))")
      let bound = isWhole || limit.contains(".") ? limit : limit + ".0"
      return "\(x) - \(y) <= \(bound) && \(y) - \(x) <= \(bound)"
    case .duration(let limit):
      let (x, y) = ("timestamp(\(a))", "timestamp(\(b))")
      let bound = "duration('\(limit)')"
      return "\(x) - \(y) <= \(bound) && \(y) - \(x) <= \(bound)"
    }
  }
}
