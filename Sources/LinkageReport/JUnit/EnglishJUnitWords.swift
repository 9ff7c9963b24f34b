import LinkageCore

struct EnglishJUnitWords: JUnitWords {
  let interrupted = "interrupted before it had ended"
  let noFinding = "no finding was recorded"
  let cleanup = ", clean-up"
  let nothingObserved = "nothing was observed that it could judge"
  let notDecided = "what was observed does not decide it"

  func run(id: String, target: String, seed: UInt64) -> String {
    "run \(id), target \(target), seed \(seed)"
  }

  func latency(_ summary: LinkSummary) -> String {
    "n \(summary.samples), p50 \(IntervalText.text(summary.p50)), not seen \(summary.censored)"
  }

  func leftOut(bytes: Int) -> String { "… \(bytes) more bytes left out" }

  func roundsLeftOut(_ count: Int) -> String { "… \(count) more steps of rounds that passed" }

  func stays(_ length: Nanoseconds) -> String { ", stays \(LimitText.text(length))" }
}
