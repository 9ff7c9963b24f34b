import LinkageCore

struct EnglishProgressWords: ProgressWords {
  let starting = "starting"
  let interrupted = "interrupted"
  let notJudged = "done; its latency is judged at the end"

  func head(finished: Int, total: Int, running: Int, elapsed: String) -> String {
    "\(finished)/\(total) scenarios done, \(running) running   \(elapsed)"
  }

  func more(_ count: Int) -> String { "  … and \(count) more" }

  func waiting(step: String, link: String, since: [String], _ waited: String?, _ reads: Int)
    -> String
  {
    let time = waited.map { " \($0)" } ?? ""
    let count = reads == 1 ? "1 read" : "\(reads) reads"
    let start = since.joined(separator: ", ")
    return "\(step)  waiting\(time) for \(link) since \(start), \(count)"
  }

  func trouble(step: String, _ reason: StepEnd.Reason) -> String {
    switch reason {
    case .deadline: "\(step): not visible by the deadline"
    case .stopped: "\(step): stopped waiting"
    case .notRunnable(let problem, _): "\(step): could not be run: \(problem)"
    case .interrupted: "\(step): interrupted"
    case .unsatisfied, .satisfied, .skipped: "\(step): not as expected"
    }
  }
}
