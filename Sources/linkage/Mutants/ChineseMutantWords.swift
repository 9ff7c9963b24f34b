struct ChineseMutantWords: MutantWords {
  var comma: String { "、" }

  var kept: String { "查看问题所在：" }

  func head(version: String, scenarios: Int, kinds: Int, seed: UInt64) -> String {
    "linkage \(version)：\(scenarios) 个场景逐一面对自带模拟后端的 \(kinds) 种故障；随机种子 \(seed)"
  }

  func healthy(_ took: String) -> String { "无故障时全部通过，用时 \(took)。" }

  func notHealthy(within: String) -> String {
    "没有任何故障时场景也未全部通过，因此注入故障说明不了问题。此处等待上限为 \(within)（--within）："
  }

  func outOfTime(_ limit: String) -> String { "超过 \(limit) 后放弃" }

  func column(_ column: MutantColumn) -> String {
    switch column {
    case .outcome: "结果"
    case .name: "故障"
    case .fired: "触发"
    case .took: "用时"
    case .reason: "依据"
    }
  }

  func outcome(_ outcome: MutantResult.Outcome) -> String {
    switch outcome {
    case .falseAlarm: "误报"
    case .survived: "漏过"
    case .neverFired: "从未触发"
    case .failed: "未能执行"
    case .undecided: "无法判定"
    case .killedByAnother: "由其他检查发现"
    case .passed: "通过"
    case .killed: "已发现"
    }
  }

  func fired(_ count: Int, isWhole: Bool) -> String {
    isWhole && count == 0 ? "持续" : String(count)
  }

  func dueTo(_ names: [String]) -> String {
    names.isEmpty ? "" : "；应由 \(names.joined(separator: " 或 ")) 发现"
  }

  func more(_ count: Int) -> String { "，另有 \(count) 项" }

  func count(_ count: Int, _ outcome: MutantResult.Outcome) -> String {
    switch outcome {
    case .killed: "\(count) 个由指定的检查发现"
    case .killedByAnother: "\(count) 个由其他检查发现"
    case .survived: "\(count) 个漏过"
    case .neverFired: "\(count) 个从未触发"
    case .falseAlarm: "\(count) 个误报"
    case .passed: "\(count) 个通过"
    case .undecided: "\(count) 个无法判定"
    case .failed: "\(count) 个未能执行"
    }
  }

  func family(_ family: MutantFamily, count: Int, _ counts: [String]) -> String {
    "\(family == .defect ? "缺陷" : "良性故障") \(count) 种：\(counts.joined(separator: "，"))。"
  }

  func missing(_ count: Int) -> String { "已中断：\(count) 种未试。" }

  func neverFired(isWhole: Bool) -> String {
    isWhole
      ? "从未触发按漏过计：没有场景会触发它。" : "从未触发在此不作结论：可能触发它的场景未被选中。"
  }
}
