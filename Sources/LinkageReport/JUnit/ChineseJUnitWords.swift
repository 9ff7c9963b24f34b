import LinkageCore

struct ChineseJUnitWords: JUnitWords {
  let interrupted = "未执行完就被中断"
  let noFinding = "没有记录到具体问题"
  let cleanup = "，清理"
  let nothingObserved = "没有观测到可供判定的数据"
  let notDecided = "观测到的数据不足以判定"

  func run(id: String, target: String, seed: UInt64) -> String {
    "运行 \(id)，目标 \(target)，种子 \(seed)"
  }

  func latency(_ summary: LinkSummary) -> String {
    "样本 \(summary.samples)，p50 \(IntervalText.text(summary.p50))，未到达 \(summary.censored)"
  }

  func leftOut(bytes: Int) -> String { "… 其余 \(bytes) 字节从略" }

  func roundsLeftOut(_ count: Int) -> String { "… 另有 \(count) 个步骤属于已通过的轮次，从略" }

  func stays(_ length: Nanoseconds) -> String { "，保持 \(LimitText.text(length))" }
}
