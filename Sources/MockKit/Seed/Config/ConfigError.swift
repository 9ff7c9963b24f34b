/// Why a file of settings cannot be used.
package struct ConfigError: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// What the parser says.
    case yaml(String)
    case unknownKey(known: [String])
    case missing
    case value(expected: FaultText, found: FaultText)
    /// It stands twice where each is to be another one.
    case twice(String)
    /// The key stands twice in one map.
    case twiceHere
  }

  /// From 1.
  package let line: Int
  /// Such as `apps[0].secret`; empty for the file as a whole.
  package let path: String
  package let reason: Reason

  init(line: Int, path: String, _ reason: Reason) {
    self.line = line
    self.path = path
    self.reason = reason
  }
}

extension ConfigError {
  /// A sentence.
  package var text: FaultText {
    switch reason {
    case .yaml(let problem):
      FaultText("This is no YAML: \(problem).", "不是有效的 YAML：\(problem)。")
    case .unknownKey(let known): FaultError(path, .unknownKey(known: known)).text
    case .missing: FaultError(path, .missing).text
    case .value(let expected, let found):
      FaultText(
        "Expected \(place.en) to be \(expected.en); found \(found.en).",
        "\(place.zh)应为\(expected.zh)，而这里是 \(found.zh)。")
    case .twice(let value):
      FaultText(
        "`\(path)` is \(value) a second time; each needs one of its own.",
        "`\(path)` 重复使用了 \(value)；每个都要不同。")
    case .twiceHere:
      FaultText(
        "The key `\(path)` stands here and once more in the same place; keep one of them.",
        "键 `\(path)` 在同一对象中出现了两次，请只保留一个。")
    }
  }

  private var place: FaultText {
    path.isEmpty ? FaultText("the file", "文件") : FaultText("`\(path)`", "`\(path)` ")
  }
}
