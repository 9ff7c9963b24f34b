import LinkageCore

/// Judges a read that was repeated for a while: did all that is expected hold every time?
struct StaysJudge {
  var judge: StepJudge

  /// One answer that is not as it must be decides it. Otherwise the last read must have answered:
  /// what was not seen at the end may not have lasted.
  var findings: [Finding] {
    for read in reads where isAnswer(read) {
      let wrong = judge.single(read)
      if !wrong.isEmpty { return wrong.map { held($0, until: read) } }
    }
    guard let last = reads.last else { return [] }
    return isAnswer(last) ? [] : [judge.undecided(last.outcome)]
  }

  private var reads: [Completion] { judge.record.completions.map(\.completion) }

  /// Failed reads say nothing.
  private func isAnswer(_ read: Completion) -> Bool {
    switch read.outcome {
    case .ok, .refused: true
    case .unknown, .unexpected, .unreachable: false
    }
  }

  /// It broke after the last right answer's request was sent, and before the wrong answer was
  /// received: both count from the first read's sending.
  private func held(_ finding: Finding, until wrong: Completion) -> Finding {
    var finding = finding
    let good = reads.filter { isAnswer($0) && ($0.read ?? 0) < (wrong.read ?? 0) }
    finding.held = .zero
    if let first = good.first?.firstSent, let last = good.last?.firstSent {
      finding.held = last - first
      finding.goneBy = wrong.received.map { $0 - first }
    }
    return finding
  }
}
