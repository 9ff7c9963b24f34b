import LinkageCore

/// Judges one case from its record.
struct CaseJudge {
  var outline: Outline.Case
  var record: CaseRecord

  var verdict: CaseVerdict {
    var findings: [Finding] = []
    var cleanup: [Finding] = []
    var steps: [StepVerdict] = []
    for index in outline.steps.indices {
      let (step, found) = judge(index).verdict
      steps.append(step)
      if outline.steps[index].isFinally { cleanup += found } else { findings += found }
    }
    // Definite failures first: they say more than what could not be decided.
    findings = findings.filter { !$0.type.isError } + findings.filter(\.type.isError)
    return CaseVerdict(
      status: status(findings), skip: skip, started: record.started, ended: record.ended,
      findings: findings, cleanup: cleanup, steps: steps)
  }

  private func judge(_ index: Int) -> StepJudge {
    StepJudge(
      index: index, outline: outline.steps[index], record: record.steps[index],
      write: outline.steps[index].sync.flatMap(lastWrite))
  }

  /// After several writes the clock starts at the last acknowledgement.
  private func lastWrite(_ sync: Outline.Sync) -> Completion? {
    let writes = sync.writes.filter(record.steps.indices.contains)
      .compactMap { record.steps[$0].last }
    return writes.max { ($0.received ?? Instant(.min)) < ($1.received ?? Instant(.min)) }
  }

  /// A case of which no step was done has passed nothing.
  private var skip: SkipReason? {
    if case .skipped(let reason) = record.end { return reason }
    let skips = zip(outline.steps, record.steps).filter { !$0.0.isFinally }.map { $1.end }
    guard case .skipped(let reason)? = skips.first ?? nil else { return nil }
    let isAll = skips.allSatisfy { if case .skipped = $0 { true } else { false } }
    return isAll ? reason : nil
  }

  private func status(_ findings: [Finding]) -> CaseVerdict.Status {
    if let first = findings.first { return first.type.isError ? .errored : .failed }
    switch record.end {
    case .finished: return skip == nil ? .passed : .skipped
    case .skipped: return .skipped
    case .interrupted, nil: return .interrupted
    }
  }
}
