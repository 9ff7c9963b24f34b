import LinkageAccuracy

struct ChineseAccuracyWords: AccuracyWords {
  func head(version: String, spacing: String, inFlight: Int, seed: UInt64) -> String {
    """
    linkage \(version) 对另一个进程中的模拟后端进行测量，后者会记下每次变更真正可见的时刻。
    读取间隔至少 \(spacing)，同时运行 \(inFlight) 个旅程，种子 \(seed)。

    """
  }

  func explained(_ meaning: String) -> String { "（\(meaning)）" }

  func label(_ label: AccuracyLabel) -> String {
    switch label {
    case .truth: "真实延迟"
    case .inside: "覆盖"
    case .knownWithin: "真值精度"
    case .width: "区间宽度"
    case .reads: "读取"
    case .notSeen: "未出现"
    case .unmeasured: "未测得"
    }
  }

  func column(_ column: AccuracyColumn) -> String {
    switch column {
    case .rule: "延迟取为"
    case .reads: "读取次数"
    case .bias: "偏差"
    case .median: "误差 p50"
    case .high: "p95"
    case .highest: "p99"
    case .sampleMedian: "样本 p50"
    case .sampleHigh: "样本 p95"
    }
  }

  func rule(_ estimator: Estimator, every: String) -> String {
    switch estimator {
    case .middle: "linkage：区间中点"
    case .firstHit: "轮询，每 \(every)：首次读到"
    case .lastMiss: "Jepsen set-full，同样的读取：末次未读到"
    }
  }

  func inside(_ inside: Int, of writes: Int) -> String {
    "\(writes) 个区间中有 \(inside) 个包含真值"
  }

  func knownWithin(_ median: String, atMost: String, whollyInside: Int) -> String {
    "中位 \(median)，最差 \(atMost)；\(whollyInside) 个区间完全包含这一范围"
  }

  func spacing(asked: String, reached: String) -> String {
    "间隔至少 \(asked)，实际中位 \(reached)"
  }

  func lateness(p50: String, p99: String) -> String {
    "；定时器滞后 \(p50)（p50）、\(p99)（p99）"
  }

  var notTrusted: String { "；机器过于繁忙，请在空闲时重试" }

  func censored(_ count: Int) -> String { "\(count) 次，到 10 s 期限为止" }

  func unmeasured(_ count: Int) -> String { "\(count) 次写入，因其旅程失败" }

  func violation(_ entity: String, measured: String, truth: String) -> String {
    "! \(entity)：测得 \(measured)，真值 \(truth)"
  }

  func missing(_ entity: String) -> String { "! \(entity)：已测得，但真相日志中没有" }

  func more(_ count: Int) -> String { "! 另有 \(count) 项" }

  func verdict(writes: Int, inside: Int, missing: Int, unmeasured: Int) -> String {
    let wrong = writes - inside - missing
    if wrong > 0 { return "不通过 FAIL  \(writes) 个区间中有 \(wrong) 个不含真值" }
    if missing > 0 { return "不通过 FAIL  \(writes) 次写入中有 \(missing) 次在真相日志中找不到" }
    if unmeasured > 0 {
      return "无法判定 INCONCLUSIVE  \(unmeasured) 次写入未测得；\(writes) 个区间中有 \(inside) 个包含真值"
    }
    return "通过 PASS  全部 \(writes) 个区间都包含真值"
  }

  var interrupted: String { "\n已中断：最后一种延迟不计入。\n" }
}
