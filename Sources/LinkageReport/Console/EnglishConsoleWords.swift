import LinkageCore

struct EnglishConsoleWords: ConsoleWords {
  func status(_ status: CaseVerdict.Status) -> String {
    switch status {
    case .passed: "passed"
    case .failed: "failed"
    case .errored: "undecided"
    case .skipped: "skipped"
    case .interrupted: "stopped"
    }
  }

  func headerLabel(_ label: HeaderLabel) -> String {
    switch label {
    case .run: "run"
    case .target: "target"
    case .seed: "seed"
    }
  }

  func title(_ section: ConsoleSection) -> String {
    switch section {
    case .failures: "What went wrong"
    case .links: "Sync latency"
    case .checks: "Consistency"
    case .reports: "Reports"
    }
  }

  func column(_ column: LinkColumn) -> String {
    switch column {
    case .link: "link"
    case .samples: "n"
    case .median: "p50"
    case .high: "p95"
    case .sure: "p95 of all"
    case .censored: "not seen"
    case .promised: "promised"
    }
  }

  func counts(_ counts: CaseCounts) -> String {
    let parts = samples(counts)
    let list = parts.isEmpty ? "" : ": " + parts
    return scenarios(counts.total) + list
  }

  func samples(_ counts: CaseCounts) -> String {
    counts.present.map { "\($0.count) \(status($0.status))" }.joined(separator: ", ")
  }

  func verdict(_ judgement: Judgement) -> String {
    switch judgement {
    case .pass: "PASS"
    case .fail: "FAIL"
    case .unknown: "INCONCLUSIVE"
    }
  }

  func reason(_ reason: VerdictReason) -> String {
    switch reason {
    case .failed(let names, let checks): failed(names, checks)
    case .undecided(let names): "\(scenarios(names.count)) could not be decided: \(list(names))"
    case .interrupted(0): "interrupted after all scenarios had ended"
    case .interrupted(let count): "interrupted before \(scenarios(count)) had ended"
    case .checksUnknown(let names): "too little was seen to decide \(list(names))"
    case .nothingRan(let skipped):
      skipped == 0 ? "no scenario was run" : "all scenarios were skipped, so nothing is proven"
    case .passed(let count, let skipped, let late): passed(count, skipped, late)
    case .unexplained: "see the findings above"
    }
  }

  func reads(_ count: Int) -> String { count == 1 ? "1 read" : "\(count) reads" }
  func worst(_ latency: String) -> String { "worst \(latency)" }
  func interrupted(_ latency: String) -> String { "\(latency), interrupted" }
  func cleanupFailed(_ text: String) -> String { "clean-up failed (does not count): \(text)" }

  func checked(_ answer: CheckedNames.Answer) -> String {
    switch answer {
    case .violated: "violated: "
    case .undecided: "not decided: "
    case .unjudged: "not judged: "
    case .held: "held: "
    }
  }
  func checked(_ name: String, unjudged: Int) -> String { "\(name) (\(unjudged) not judged)" }
  var listSeparator: String { ", " }

  func notListed(passed: Int) -> String { "… and \(passed) more that passed" }
  func rowsAlike(_ rows: [String]) -> String {
    let more = rows.count > 5 ? " and \(rows.count - 5) more rows" : ""
    return "the same in \(rows.prefix(5).joined(separator: ", "))\(more); the reports hold them all"
  }
  func samplesAlike(_ count: Int) -> String {
    let samples = count == 1 ? "1 more sample" : "\(count) more samples"
    return "… and \(samples) that failed the same way; the reports hold them all"
  }
  func notShown(_ count: Int) -> String {
    "… and \(count) more of these; the reports hold them all"
  }
  func needsSamples(_ count: Int) -> String { "n < \(count)" }

  func note(_ note: LinkNote) -> String {
    switch note {
    case .promise:
      "p95 of all changes, 95 % sure: ✔ keeps the promise, ✘ breaks it, ? cannot be said yet"
    case .tooFew(let needed):
      "p95 of all changes has no upper bound with fewer than \(needed) samples: --samples \(needed)"
    case .sharedWrites(let link, let samples, let writes):
      "\(link): \(samples) samples of \(writes) writes; for all changes each write counts once"
    }
  }

  func growth(of trip: RoundTrip, on link: String) -> String {
    let (early, late) = (DurationText.text(trip.early), DurationText.text(trip.late))
    return
      "! \(link): a read took \(early) at first and \(late) in the end; reading may slow it down.\n"
      + "    Read less often: raise `spacing` in the scenario, or set `limits.in_flight` in the target"
  }

  func lateness(_ lateness: RunEnd.Lateness, spacing: String?) -> String {
    let reads = spacing.map { "; reads \($0) apart" } ?? ""
    let (p50, p99) = (DurationText.text(lateness.p50), DurationText.text(lateness.p99))
    let most = DurationText.text(lateness.max)
    return "timers late by \(p50) (p50), \(p99) (p99), \(most) at most\(reads)"
  }
  func notTrusted(parallel: Int?) -> String {
    "! These latencies are not to be trusted: this machine was too busy to read as often as planned.\n"
      + "    Run again with nothing beside it"
      + (parallel.map { ", or with fewer scenarios at once: --parallel \($0)" } ?? "")
  }

  func late(_ count: Int, of samples: Int) -> String { "\(count) of \(samples) later" }

  private func passed(_ count: Int, _ skipped: Int, _ late: Int) -> String {
    let ran = (count == 1 ? "the scenario" : "all \(count) scenarios")
    let links = late == 1 ? "1 link" : "\(late) links"
    return ran + (skipped > 0 ? " that ran" : "") + " passed"
      + (skipped > 0 ? "; \(skipped) skipped" : "")
      + (late > 0 ? "; \(links) slower than promised" : "")
  }

  private func failed(_ names: [String], _ checks: [String]) -> String {
    let cases = names.isEmpty ? nil : "\(scenarios(names.count)) failed: \(list(names))"
    let violated = checks.isEmpty ? nil : "\(list(checks)) violated"
    return [cases, violated].compactMap { $0 }.joined(separator: "; ")
  }

  private func scenarios(_ count: Int) -> String {
    count == 1 ? "1 scenario" : "\(count) scenarios"
  }

  private func list(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}
