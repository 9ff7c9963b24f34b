import LinkageCore

struct ChineseMessageWords: MessageWords {
  let colon = "："
  let comma = "，"
  let semicolon = "；"

  func severity(_ severity: Severity) -> String {
    severity == .error ? "错误" : "无法判定"
  }

  func label(_ label: MessageLabel) -> String {
    switch label {
    case .found: "实际"
    case .expected: "应为"
    case .known: "可用"
    case .attempt: "建议"
    case .sync: "同步"
    case .request: "请求"
    case .answer: "响应"
    case .note: "说明"
    case .recent: "最近"
    case .held: "保持"
    case .round: "轮次"
    case .condition: "条件"
    }
  }

  func bracketed(_ word: String) -> String { "（\(word)）" }

  func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: "、") }
}
