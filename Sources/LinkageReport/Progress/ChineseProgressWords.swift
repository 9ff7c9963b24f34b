import LinkageCore

struct ChineseProgressWords: ProgressWords {
  let starting = "正在开始"
  let interrupted = "已中断"
  let notJudged = "已执行完，延迟待最后判定"

  func head(finished: Int, total: Int, running: Int, elapsed: String) -> String {
    "已完成 \(finished)/\(total) 个场景，正在执行 \(running) 个   \(elapsed)"
  }

  func more(_ count: Int) -> String { "  … 另有 \(count) 个" }

  func waiting(step: String, link: String, since: [String], _ waited: String?, _ reads: Int)
    -> String
  {
    let time = waited.map { "已 \($0)，" } ?? ""
    let start = since.joined(separator: "、")
    return "\(step)  等待 \(start) 经 \(link) 同步，\(time)读取 \(reads) 次"
  }

  func trouble(step: String, _ reason: StepEnd.Reason) -> String {
    switch reason {
    case .deadline: "\(step)：到期仍未同步"
    case .stopped: "\(step)：已停止等待"
    case .notRunnable(let problem, _): "\(step)：无法执行：\(ChineseDetailWords().text(problem))"
    case .interrupted: "\(step)：被中断"
    case .unsatisfied, .satisfied, .skipped: "\(step)：不符合预期"
    }
  }
}
