import LinkageCore

struct ChineseConsoleWords: ConsoleWords {
  func status(_ status: CaseVerdict.Status) -> String {
    switch status {
    case .passed: "通过"
    case .failed: "失败"
    case .errored: "未判定"
    case .skipped: "跳过"
    case .interrupted: "中断"
    }
  }

  func headerLabel(_ label: HeaderLabel) -> String {
    switch label {
    case .run: "运行"
    case .target: "目标"
    case .seed: "种子"
    }
  }

  func title(_ section: ConsoleSection) -> String {
    switch section {
    case .failures: "问题详情"
    case .links: "同步延迟"
    case .checks: "一致性"
    case .reports: "报告"
    }
  }

  func column(_ column: LinkColumn) -> String {
    switch column {
    case .link: "链路"
    case .samples: "样本"
    case .median: "p50"
    case .high: "p95"
    case .sure: "总体 p95"
    case .censored: "未到达"
    case .promised: "承诺"
    }
  }

  func counts(_ counts: CaseCounts) -> String {
    let parts = samples(counts)
    let list = parts.isEmpty ? "" : "：" + parts
    return "共 \(counts.total) 个场景" + list
  }

  func samples(_ counts: CaseCounts) -> String {
    counts.present.map { "\(status($0.status)) \($0.count)" }.joined(separator: "，")
  }

  func verdict(_ judgement: Judgement) -> String {
    switch judgement {
    case .pass: "通过 PASS"
    case .fail: "不通过 FAIL"
    case .unknown: "无法判定 INCONCLUSIVE"
    }
  }

  func reason(_ reason: VerdictReason) -> String {
    switch reason {
    case .failed(let names, let checks): failed(names, checks)
    case .undecided(let names): "\(names.count) 个场景无法判定：\(list(names))"
    case .interrupted(0): "所有场景执行完之后运行被中断"
    case .interrupted(let count): "运行被中断，\(count) 个场景未执行完"
    case .checksUnknown(let names): "观测数据不足，无法判定 \(list(names))"
    case .nothingRan(let skipped): skipped == 0 ? "没有执行任何场景" : "所有场景都被跳过，不能说明任何问题"
    case .passed(let count, let skipped, let late): passed(count, skipped, late)
    case .unexplained: "详见上文"
    }
  }

  func reads(_ count: Int) -> String { "读取 \(count) 次" }
  func worst(_ latency: String) -> String { "最差 \(latency)" }
  func interrupted(_ latency: String) -> String { "\(latency)，已中断" }
  func cleanupFailed(_ text: String) -> String { "清理失败（不影响结果）：\(text)" }

  func checked(_ answer: CheckedNames.Answer) -> String {
    switch answer {
    case .violated: "违反："
    case .undecided: "未判定："
    case .unjudged: "无法判定："
    case .held: "符合："
    }
  }
  func checked(_ name: String, unjudged: Int) -> String { "\(name)（\(unjudged) 项无法判定）" }
  var listSeparator: String { "、" }

  func notListed(passed: Int) -> String { "… 另有 \(passed) 个场景通过，未逐一列出" }
  func rowsAlike(_ rows: [String]) -> String {
    let more = rows.count > 5 ? " 等 \(rows.count) 行" : ""
    return "\(rows.prefix(5).joined(separator: "、"))\(more)的失败与上面相同，完整内容见报告"
  }
  func samplesAlike(_ count: Int) -> String { "… 另有 \(count) 个样本的失败与上面相同，完整内容见报告" }
  func notShown(_ count: Int) -> String { "… 另有 \(count) 条，完整内容见报告" }
  func needsSamples(_ count: Int) -> String { "样本 < \(count)" }

  func note(_ note: LinkNote) -> String {
    switch note {
    case .promise:
      "总体 p95（全部变更，置信度 95%）：✔ 符合承诺，✘ 超过承诺，? 尚无法断定"
    case .tooFew(let needed):
      "样本少于 \(needed) 个时，总体 p95 没有上界：--samples \(needed)"
    case .sharedWrites(let link, let samples, let writes):
      "\(link)：\(samples) 个样本来自 \(writes) 次写入；推断总体时每次写入只计一次"
    }
  }

  func growth(of trip: RoundTrip, on link: String) -> String {
    let (early, late) = (DurationText.text(trip.early), DurationText.text(trip.late))
    return "! \(link)：每次读取起初用时 \(early)，最后 \(late)；可能是读取本身拖慢了它。\n"
      + "    请降低读取频率：在场景中调大 `spacing`，或在 target 文件中设置 `limits.in_flight`"
  }

  func lateness(_ lateness: RunEnd.Lateness, spacing: String?) -> String {
    let reads = spacing.map { "；读取间隔 \($0)" } ?? ""
    let (p50, p99) = (DurationText.text(lateness.p50), DurationText.text(lateness.p99))
    return "定时器滞后 \(p50)（p50），\(p99)（p99），最多 \(DurationText.text(lateness.max))\(reads)"
  }
  func notTrusted(parallel: Int?) -> String {
    "! 以上延迟不可信：本机过于繁忙，未能按计划的频率读取。\n"
      + "    请在空闲时重新运行" + (parallel.map { "，或减少同时运行的场景：--parallel \($0)" } ?? "")
  }

  func late(_ count: Int, of samples: Int) -> String { "\(samples) 次中 \(count) 次超过承诺" }

  private func passed(_ count: Int, _ skipped: Int, _ late: Int) -> String {
    let passed =
      skipped == 0
      ? "\(count) 个场景全部通过" : "执行的 \(count) 个场景全部通过，另有 \(skipped) 个跳过"
    return passed + (late > 0 ? "；但有 \(late) 条链路慢于承诺" : "")
  }

  private func failed(_ names: [String], _ checks: [String]) -> String {
    let cases = names.isEmpty ? nil : "\(names.count) 个场景失败：\(list(names))"
    let violated = checks.isEmpty ? nil : "违反一致性：\(list(checks))"
    return [cases, violated].compactMap { $0 }.joined(separator: "；")
  }

  private func list(_ names: [String]) -> String {
    names.prefix(3).joined(separator: "、") + (names.count > 3 ? " 等 \(names.count) 个" : "")
  }
}
