import LinkageCore

/// Links and consistency checks as test cases, so that any CI shows and trends them.
struct JUnitFindings {
  let run: JudgedRun
  let language: Language

  /// One case for each link; its time is the median: its upper bound when seen at once, its lower
  /// when never seen.
  var links: [JUnitCase] {
    run.verdict.links.map { summary in
      JUnitCase(
        classname: "linkage.links", name: summary.link.text, time: median(summary.p50),
        properties: [
          .init(name: "samples", value: String(summary.samples)),
          .init(name: "p50", value: IntervalText.text(summary.p50)),
          .init(name: "p95", value: IntervalText.text(summary.p95)),
          .init(name: "p99", value: IntervalText.text(summary.p99)),
          .init(name: "censored", value: String(summary.censored)),
        ] + estimates(summary) + promise(summary),
        log: language.junitWords.latency(summary))
    }
  }

  var checks: [JUnitCase] {
    run.verdict.checks.map { check in
      JUnitCase(
        classname: "linkage.consistency", name: check.checker, time: .zero,
        properties: [.init(name: "observed", value: String(check.observed))]
          + (check.unjudged.map { [.init(name: "unjudged", value: String($0))] } ?? []),
        result: result(check))
    }
  }

  private func estimates(_ summary: LinkSummary) -> [JUnitCase.Property] {
    guard let estimates = summary.estimates else { return [] }
    let quantiles = [
      ("p50", estimates.p50), ("p95", estimates.p95), ("p99", estimates.p99),
    ]
    return [.init(name: "writes", value: String(estimates.writes))]
      + quantiles.map { name, quantile in
        .init(
          name: name + ".population",
          value: PopulationText.text(quantile, samples: estimates.writes))
      }
  }

  private func promise(_ summary: LinkSummary) -> [JUnitCase.Property] {
    guard let promised = summary.promised else { return [] }
    return [
      .init(name: "promised", value: LimitText.text(promised)),
      .init(name: "late", value: String(summary.late)),
    ]
      + (summary.estimates?.sloAnswer.map {
        [.init(name: "promise.answer", value: $0.rawValue)]
      } ?? [])
  }

  private func median(_ interval: LatencyInterval) -> Nanoseconds {
    max(.zero, interval.point ?? interval.upper ?? interval.lower)
  }

  private func result(_ check: CheckResult) -> JUnitCase.Result {
    let words = language.junitWords
    switch check.judgement {
    case .pass: return .passed
    case .unknown where check.isUnobserved:
      return .skipped(message: words.nothingObserved)
    case .unknown:
      let type = FailureType.unknownOutcome.rawValue
      return .error(type: type, message: words.notDecided, text: words.notDecided)
    case .fail: return failure(check)
    }
  }

  /// How many of one checker's violations a test case tells.
  private static let mostTold = 20

  private func failure(_ check: CheckResult) -> JUnitCase.Result {
    let printer = ViolationPrinter(run: run, language: language)
    let told = check.violations.prefix(Self.mostTold).map {
      printer.lines($0).joined(separator: "\n")
    }
    let left = check.violations.count - Self.mostTold
    let more = left > 0 ? [language.violationWords.more(left)] : []
    let noFinding = language.junitWords.noFinding
    return .failure(
      type: (check.violations.first?.type ?? .expectationNotMet).rawValue,
      message: check.violations.first.map(printer.sentence) ?? noFinding,
      text: told.isEmpty ? noFinding : (told + more).joined(separator: "\n"))
  }
}
