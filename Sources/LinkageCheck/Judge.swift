public import LinkageCore

/// From a history to a verdict: the same history gives the same verdict, byte for byte.
public enum Judge {
  /// - Parameter checkers: those that look at the history as a whole.
  public static func verdict(
    of history: History, checkers: [any Checker] = Checkers.all
  ) -> Verdict {
    let (cases, index) = read(history)
    let runs = Parallel.map(checkers) { run($0, index) }
    let end = runEnd(of: history)
    // What was cut off proves nothing, even where all that ran had passed.
    let wasInterrupted = end?.wasInterrupted ?? true
    let found = judgement(cases, runs)
    return Verdict(
      judgement: wasInterrupted ? Judgement.worst(found, .unknown) : found,
      wasInterrupted: wasInterrupted,
      cases: cases, checks: runs.map(\.result),
      links: LinkSummaries(
        samples: LinkSample.all(of: cases), entities: history.outline.entities
      ).all,
      lateness: end?.lateness, readSpacing: ReadSpacing.median(of: history))
  }

  /// What each case came to, and what the history says of entities.
  private static func read(_ history: History) -> ([CaseVerdict], HistoryIndex) {
    let records = CaseRecord.all(of: history)
    let outlines = history.outline.cases
    let (cases, builder) = Parallel.both {
      Parallel.map(upTo: outlines.count, inPiecesOf: 64) {
        CaseJudge(outline: outlines[$0], record: records[$0]).verdict
      }
    } and: {
      IndexBuilder.filled(history)
    }
    let measurements = cases.lazy.flatMap(\.steps).compactMap(\.measurement)
    let longest = HistoryIndex.longest(measurements)
    return (cases, HistoryIndex(builder, longest: longest, records: records))
  }

  /// A result, and what it counts for in the run's judgement.
  private typealias Run = (result: CheckResult, counts: Judgement)

  /// A checker that crashes knows nothing; one that found nothing to look at does not make the run
  /// inconclusive.
  private static func run(_ checker: any Checker, _ index: HistoryIndex) -> Run {
    do {
      let result = try checker.check(index)
      return (result, result.observed == 0 ? .pass : result.judgement)
    } catch {
      var result = CheckResult(
        checker: checker.name, judgement: .unknown, observed: 0, violations: [])
      result.hasCrashed = true
      return (result, .unknown)
    }
  }

  private static func runEnd(of history: History) -> RunEnd? {
    for event in history.events.reversed() {
      if case .runEnded(let end) = event.kind { return end }
    }
    return nil
  }

  private static func judgement(_ cases: [CaseVerdict], _ runs: [Run]) -> Judgement {
    let ofCases = cases.map { judgement($0.status) }.reduce(.pass, Judgement.worst)
    let nothingRan = !cases.contains { $0.status != .skipped }
    return runs.map(\.counts).reduce(nothingRan ? .unknown : ofCases, Judgement.worst)
  }

  private static func judgement(_ status: CaseVerdict.Status) -> Judgement {
    switch status {
    case .passed, .skipped: .pass
    case .failed: .fail
    case .errored, .interrupted: .unknown
    }
  }
}
