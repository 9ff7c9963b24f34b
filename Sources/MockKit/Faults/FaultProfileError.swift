/// Why a file of faults cannot be used.
package struct FaultProfileError: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// What the parser says.
    case yaml(String)
    /// There is no list `faults`.
    case list
    case fault(FaultError)
  }

  /// From 1.
  package let line: Int
  package let reason: Reason

  package init(line: Int, _ reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// A sentence.
  package var text: FaultText {
    switch reason {
    case .yaml(let problem):
      FaultText("This is no YAML: \(problem).", "不是有效的 YAML：\(problem)。")
    case .list:
      FaultText(
        "Expected a list `faults`, such as `faults: [{ type: drop }]`.",
        "缺少列表 `faults`，例如 `faults: [{ type: drop }]`。")
    case .fault(let error): error.text
    }
  }
}
