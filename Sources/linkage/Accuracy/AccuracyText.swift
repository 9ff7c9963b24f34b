import LinkageAccuracy
import LinkageCore
import LinkageReport

/// What `linkage accuracy` prints.
struct AccuracyText {
  let language: Language

  private var words: any AccuracyWords {
    language == .chinese ? ChineseAccuracyWords() : EnglishAccuracyWords()
  }

  func head(_ command: AccuracyCommand) -> String {
    words.head(
      version: Version.text, spacing: DurationText.text(command.spacing.length),
      inFlight: command.inFlight, seed: command.seed)
  }

  /// Before its trial begins.
  func title(_ latency: LatencyArgument) -> String {
    let meaning = LatencyWords.meaning(latency.latency, language)
    let isSaid = "\(latency.latency)" == meaning
    return "\n\(latency.latency)\(isSaid ? "" : words.explained(meaning))\n"
  }

  func body(_ report: AccuracyReport) -> String {
    let lines = facts(report) + violations(report.coverage) + [""] + table(report)
    return lines.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n") + "\n"
  }

  func verdict(_ reports: [AccuracyReport]) -> String {
    let writes = reports.reduce(0) { $0 + $1.coverage.writes }
    let inside = reports.reduce(0) { $0 + $1.coverage.inside }
    let missing = reports.reduce(0) { $0 + $1.coverage.missing.count }
    let unmeasured = reports.reduce(0) { $0 + $1.unmeasured }
    return "\n"
      + words.verdict(writes: writes, inside: inside, missing: missing, unmeasured: unmeasured)
      + "\n"
  }

  var interrupted: String { words.interrupted }

  // MARK: Facts

  private func facts(_ report: AccuracyReport) -> [String] {
    var rows: [[String]] = []
    func add(_ label: AccuracyLabel, _ text: String) { rows.append([words.label(label), text]) }
    let coverage = report.coverage
    if let truth = report.truth { add(.truth, quantiles(truth)) }
    add(.inside, words.inside(coverage.inside, of: coverage.writes))
    if let width = coverage.truthWidth {
      add(
        .knownWithin,
        words.knownWithin(
          DurationText.text(width.median), atMost: DurationText.text(width.worst),
          whollyInside: coverage.whollyInside))
    }
    if let width = report.width { add(.width, quantiles(width)) }
    add(.reads, spacing(report.spacing))
    if coverage.censored > 0 { add(.notSeen, words.censored(coverage.censored)) }
    if report.unmeasured > 0 { add(.unmeasured, words.unmeasured(report.unmeasured)) }
    return TextTable(alignments: [.left, .left], rows: rows).lines
  }

  private func quantiles(_ quantiles: Exactness.Quantiles) -> String {
    "p50 \(text(quantiles.p50)) · p95 \(text(quantiles.p95)) · p99 \(text(quantiles.p99))"
  }

  private func spacing(_ spacing: AccuracyReport.Spacing) -> String {
    let reached = spacing.reached.map(text) ?? "–"
    var result = words.spacing(asked: text(spacing.asked), reached: reached)
    if let lateness = spacing.lateness {
      result += words.lateness(p50: text(lateness.p50), p99: text(lateness.p99))
      if lateness.p99 > spacing.asked { result += words.notTrusted }
    }
    return result
  }

  /// The first of them; the file of `--json` has all.
  private static let mostShown = 10

  private func violations(_ coverage: Coverage) -> [String] {
    let outside = coverage.violations.prefix(Self.mostShown).map { violation in
      let latency = violation.latency
      let upper = latency.upper.map(text) ?? "∞"
      return words.violation(
        violation.entity, measured: "\(text(latency.lower)) – \(upper)",
        truth: "\(text(violation.truth.lowerBound)) – \(text(violation.truth.upperBound))")
    }
    let missing = coverage.missing.prefix(Self.mostShown).map(words.missing)
    let left = coverage.violations.count + coverage.missing.count - outside.count - missing.count
    return outside + missing + (left > 0 ? [words.more(left)] : [])
  }

  // MARK: Table

  private func table(_ report: AccuracyReport) -> [String] {
    let columns = AccuracyColumn.allCases
    let head = columns.map(words.column)
    let rows = report.exactness.map { exactness in
      columns.map { cell($0, exactness, report.spacing) }
    }
    return TextTable(
      alignments: columns.map { $0 == .rule ? .left : .right }, rows: [head] + rows
    ).lines
  }

  private func cell(
    _ column: AccuracyColumn, _ exactness: Exactness, _ spacing: AccuracyReport.Spacing
  ) -> String {
    switch column {
    case .rule: words.rule(exactness.estimator, every: text(spacing.fixed))
    case .reads: tenths(exactness.readsPerWrite)
    case .bias: signed(exactness.bias)
    case .median: text(exactness.error.p50)
    case .high: text(exactness.error.p95)
    case .highest: text(exactness.error.p99)
    case .sampleMedian: signed(exactness.sampleMedian)
    case .sampleHigh: signed(exactness.sampleHigh)
    }
  }

  private func text(_ length: Nanoseconds) -> String { DurationText.text(length) }

  private func signed(_ length: Nanoseconds) -> String {
    (length > .zero ? "+" : "") + DurationText.text(length)
  }

  private func tenths(_ number: Double) -> String {
    String((number * 10).rounded() / 10)
  }
}
