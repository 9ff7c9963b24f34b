import LinkageCore

/// Judges one case from its record.
struct CaseJudge {
  var outline: Outline.Case
  var record: CaseRecord
  /// The entities that everybody changes.
  var shared: Set<String>

  var verdict: CaseVerdict {
    let tree = StepTree(outline.steps)
    var findings: [Finding] = []
    var cleanup: [Finding] = []
    var steps: [StepVerdict] = []
    steps.reserveCapacity(outline.steps.count)
    for index in outline.steps.indices {
      let (step, found) = judge(index).verdict
      steps.append(step)
      if tree.isCleanup(index) { cleanup += found } else { findings += found }
    }
    GroupJudge(outline: outline.steps, record: record, tree: tree).complete(&steps)
    // Definite failures first: they say more than what could not be decided.
    findings = findings.filter { !$0.type.isError } + findings.filter(\.type.isError)
    let skip = skip(tree)
    return CaseVerdict(
      status: status(findings, skip), skip: skip, started: record.started, ended: record.ended,
      findings: findings, cleanup: cleanup, steps: steps)
  }

  private func judge(_ index: Int) -> StepJudge {
    let write = outline.steps[index].sync.flatMap {
      lastWrite($0, before: record.steps[index].began)
    }
    let planned = write.flatMap { $0.read == nil ? record.steps[$0.step.step].planned : nil }
    return StepJudge(
      index: index, outline: outline.steps[index], record: record.steps[index], write: write,
      writePlanned: planned, writePlatform: write.flatMap { platform(of: $0, index) },
      shared: shared)
  }

  /// Where the write was made that the clock starts at; `nil` where it could be no other.
  private func platform(of write: Completion, _ index: Int) -> String? {
    let writes = outline.steps[index].sync?.writes.filter(outline.steps.indices.contains) ?? []
    let places = Set(
      writes.map { outline.steps[$0] }.filter { !$0.kind.changesSystem }.map(\.platform))
    guard places.count > 1, places.contains(outline.steps[write.step.step].platform) else {
      return nil
    }
    return outline.steps[write.step.step].platform
  }

  /// After several writes the clock starts at the last acknowledgement; what was done later, as the
  /// clean-up of a flow, was not waited for.
  private func lastWrite(_ sync: Outline.Sync, before began: Int?) -> Completion? {
    sync.writes.filter(record.steps.indices.contains)
      .compactMap { record.steps[$0].acknowledgement(of: outline.steps[$0], before: began) }
      .max { ($0.received ?? Instant(.min)) < ($1.received ?? Instant(.min)) }
  }

  /// A case of which no step was done has passed nothing.
  private func skip(_ tree: StepTree) -> SkipReason? {
    if case .skipped(let reason) = record.end { return reason }
    let skips = outline.steps.indices
      .filter { !outline.steps[$0].isGroup && !tree.isCleanup($0) }
      .map { index in tree.line(of: index).lazy.compactMap { record.steps[$0].skip }.first }
    return skips.allSatisfy { $0 != nil } ? skips.first ?? nil : nil
  }

  private func status(_ findings: [Finding], _ skip: SkipReason?) -> CaseVerdict.Status {
    if let first = findings.first { return first.type.isError ? .errored : .failed }
    switch record.end {
    case .finished: return skip == nil ? .passed : .skipped
    case .skipped: return .skipped
    case .interrupted, nil: return .interrupted
    }
  }
}
