public import LinkageCore

/// From a history to a verdict: the same history gives the same verdict, byte for byte.
public enum Judge {
  /// - Parameter checkers: those that look at the history as a whole.
  public static func verdict(
    of history: History, checkers: [any Checker] = Checkers.all
  ) -> Verdict {
    let (cases, index) = read(history)
    let end = runEnd(of: history)
    let (checks, (links, spacing)) = Parallel.map(
      checkers, each: { result(of: $0, index) },
      beside: { (summaries(of: cases, history), ReadSpacing.median(of: history)) })
    var verdict = Verdict(
      judgement: .unknown, wasInterrupted: end?.wasInterrupted ?? true, cases: cases,
      checks: checks, links: links, lateness: end?.lateness, readSpacing: spacing)
    verdict.judgement = verdict.found
    return verdict
  }

  /// What each case came to, and what the history says of entities.
  private static func read(_ history: History) -> ([CaseVerdict], HistoryIndex) {
    let outlines = history.outline.cases
    let shared = history.outline.sharedEntities
    let records = CaseRecord.all(of: history)
    let (cases, builder) = Parallel.map(
      upTo: outlines.count, inPiecesOf: 64,
      each: { CaseJudge(outline: outlines[$0], record: records[$0], shared: shared).verdict },
      beside: { IndexBuilder.filled(history) })
    let measurements = cases.lazy.flatMap(\.steps).compactMap(\.measurement)
    let longest = HistoryIndex.longest(measurements)
    return (cases, HistoryIndex(builder, longest: longest, records: records))
  }

  private static func summaries(of cases: [CaseVerdict], _ history: History) -> [LinkSummary] {
    LinkSummaries(samples: LinkSample.all(of: cases), entities: history.outline.entities).all
  }

  /// A checker that crashes knows nothing.
  private static func result(of checker: any Checker, _ index: HistoryIndex) -> CheckResult {
    do {
      return try checker.check(index)
    } catch {
      var result = CheckResult(
        checker: checker.name, judgement: .unknown, observed: 0, violations: [])
      result.hasCrashed = true
      return result
    }
  }

  private static func runEnd(of history: History) -> RunEnd? {
    for event in history.events.reversed() {
      if case .runEnded(let end) = event.kind { return end }
    }
    return nil
  }
}
