import LinkageCore

struct ChineseJourneyWords: JourneyWords {
  func heading(_ section: JourneySection) -> String {
    switch section {
    case .rows: "对以下每一行各执行一次（下文以第一行的取值说明）"
    case .actors: "参与者"
    case .steps: "过程"
    case .cleanUp: "收尾（失败后也会执行）"
    }
  }

  func actor(_ name: String, fields: [String]) -> String {
    fields.isEmpty ? name : "\(name)，带有 \(fields.joined(separator: "、"))"
  }

  // MARK: What is done

  func operation(_ name: String, by actor: String?, on platform: String) -> String {
    actor.map { "\($0) 在\(spaced(platform))执行 `\(name)`。" }
      ?? "在\(spaced(platform))执行 `\(name)`。"
  }

  func request(_ request: String, by actor: String?, to platform: String) -> String {
    (actor.map { "\($0) " } ?? "") + "向\(spaced(platform))发送 `\(request)`。"
  }

  func effect(reads: [String], writes: [String]) -> String? {
    if !writes.isEmpty { return "会修改 \(codes(writes))。" }
    return reads.isEmpty ? nil : "读取 \(codes(reads))。"
  }

  func inputs(_ inputs: [(name: String, value: String)]) -> String {
    "参数：" + inputs.map { "\($0.name) = \($0.value)" }.joined(separator: "，") + "。"
  }

  func parity(
    _ entity: String?, of actor: String?, reads: [(operation: String, platform: String)]
  ) -> String {
    let places = reads.map { "\($0.platform)（`\($0.operation)`）" }.joined(separator: "和")
    let what = entity.map { " \(codes([$0]))" } ?? "同一份数据"
    return (actor.map { "\($0) " } ?? "") + "分别在\(places)读取\(what)。"
  }

  func sameFields(_ fields: [String]) -> String {
    "各端的 \(fields.joined(separator: "、")) 必须一致。"
  }

  func together() -> String { "同时开始：" }

  func flow(_ name: String, by actor: String?) -> String {
    (actor.map { "由 \($0) " } ?? "") + "执行流程 `\(name)`："
  }

  func fault(_ type: String, link: String) -> String {
    "从此刻起，\(link == "both" ? "双向链路" : "链路 \(link) ")发生 `\(type)` 故障。"
  }

  func healsAfter(_ length: Nanoseconds) -> String { "\(LimitText.text(length)) 后自动恢复。" }

  func heals(_ faults: [String]) -> String {
    faults.isEmpty ? "恢复所有故障。" : "恢复 \(codes(faults)) 造成的故障。"
  }

  func clock(_ advance: Nanoseconds) -> String { "系统时钟前移 \(LimitText.text(advance))。" }

  func rounds(_ count: Int, every: Nanoseconds?) -> String {
    "共执行 \(count) 次，" + (every.map { "每 \(LimitText.text($0)) 一次。" } ?? "一次接一次。")
  }

  // MARK: What is waited for

  func waits(for steps: [String], entity: String?, from: String, to: String) -> String {
    let change = entity.map { "对 \(codes([$0])) 的变更" } ?? "带来的变更"
    let way = from == to ? "在\(spaced(to))可见" : "从\(spaced(from))到达\(spaced(to))"
    return "反复执行，直到 \(codes(steps)) \(change)\(way.trimmingEnd)。"
  }

  func arrives(_ conditions: [String]) -> String { "到达的标志：\(codes(conditions))。" }

  func limits(within: Nanoseconds, slo: Nanoseconds?, promised: Nanoseconds?) -> String {
    let promise = promised.map { "，约定为 \(LimitText.text($0)) 以内" } ?? ""
    let limit = slo.map { "，超过 \(LimitText.text($0)) 即为失败" } ?? ""
    return "最多等待 \(LimitText.text(within))\(promise)\(limit)。"
  }

  func hold(_ length: Nanoseconds) -> String { "到达之后须保持 \(LimitText.text(length)) 不变。" }
  func stopIf(_ condition: String) -> String { "一旦 `\(condition)`，立即停止等待。" }

  func stays(_ length: Nanoseconds) -> String {
    "在 \(LimitText.text(length)) 内反复执行，每次都必须满足下面的条件。"
  }

  // MARK: What must hold

  func mustHold(_ conditions: [String]) -> String { "必须成立：\(codes(conditions))。" }
  func fails(_ error: String) -> String { "必须被拒绝，错误为 `\(error)`。" }

  func mayFail(_ errors: [String]) -> String {
    "允许被拒绝，错误可为 \(errors.map { "`\($0)`" }.joined(separator: " 或 "))。"
  }

  func when(_ condition: String) -> String { "仅当 `\(condition)` 时执行，否则跳过。" }
  func soft() -> String { "此处失败只作记录，旅程继续。" }

  func lets(_ lets: [(name: String, value: String)]) -> String {
    "此后 " + lets.map { "\($0.name) 为 `\($0.value)`" }.joined(separator: "，") + "。"
  }

  private func codes(_ texts: [String]) -> String {
    texts.map { "`\($0)`" }.joined(separator: "、")
  }

  /// A name in Latin letters stands apart from the characters around it.
  private func spaced(_ name: String) -> String {
    name.first?.isASCII == true ? " \(name) " : name
  }
}

extension String {
  fileprivate var trimmingEnd: String { Columns.trimmedEnd(self) }
}
