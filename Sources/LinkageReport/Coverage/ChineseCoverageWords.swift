import LinkageCore

struct ChineseCoverageWords: CoverageWords {
  var semicolon: String { "；" }

  var legend: String { "✔ 有场景等待其到达   ~ 只有读取   – 无人查看" }

  var noContract: String { "没有约定，因此没有可供检查的承诺。" }

  func head(contract: String?, scenarios: Int, target: String) -> String {
    "\(scenarios) 个场景，目标 \(target)" + (contract.map { "，约定 \($0)" } ?? "")
  }

  func title(_ section: CoverageSection) -> String {
    switch section {
    case .ways: "在一端写入、在另一端读取"
    case .promises: "没有任何场景检查的承诺"
    case .operations: "没有任何场景调用的操作"
    case .fields: "没有任何 parity 比较的字段"
    case .errors(let missing, let all): "没有任何场景遇到的具名错误：\(all) 个中的 \(missing) 个；不计入结论"
    case .lacking(let target): "目标 \(target) 没有的操作"
    case .skipped(let target): "在 \(target) 上跳过的场景"
    }
  }

  func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  func reading(_ scenarios: [String]) -> String { "只读取而不等待：\(list(scenarios))" }

  func claim(_ kind: Claim.Kind) -> String {
    switch kind {
    case .slo(let length, let way): "slo \(LimitText.text(length))" + self.way(way)
    case .within(let length, let way): "within \(LimitText.text(length))" + self.way(way)
    case .flow(let field, let from, let to): "\(field)：\(from) → \(to)"
    case .monotonic(let field, .up): "\(field) 只增不减"
    case .monotonic(let field, .down): "\(field) 只减不增"
    case .least(let field, let least): "\(field) 不低于 \(least)"
    case .ledger(let balance, let entries): "\(balance) 等于 \(entries) 之和"
    case .readYourWrites(let platform): "在 \(platform) 上 read_your_writes"
    case .same(let field): "\(field) 在各端一致"
    case .exists: "可以调用"
    case .once(let input): "once：\(input) 相同即为同一次提交"
    case .adds(let entity): "增加 \(entity)"
    case .takes(let entity): "减少 \(entity)"
    case .spends(let entity): "\(entity) 只能使用一次"
    case .returns(let entity): "退回 \(entity)"
    case .deletes(let entity): "删除 \(entity)"
    case .forgery: "forgery：一律拒绝，不改变任何数据"
    case .error(let name): "可能返回 \(name)"
    }
  }

  private func way(_ way: Claim.Way?) -> String {
    way.map { " \($0.from)→\($0.to)" } ?? "，但没有其他平台读取它"
  }

  func onlySkipped(_ scenarios: [String]) -> String { "（仅由在此跳过的场景检查：\(list(scenarios))）" }

  func counts(checked: Int, of all: Int) -> String {
    checked == all
      ? "约定中共 \(all) 项承诺，每一项都有场景检查"
      : "约定中共 \(all) 项承诺：已检查 \(checked) 项，未检查 \(all - checked) 项"
  }
}
