package import LinkageCore
import Values

/// `results.json`, the whole verdict for programs; its schema stands in `docs/results-json.md`.
package struct ResultsReport: ReportWriter {
  package let fileName = "results.json"

  package init() {}

  /// Only `message` of findings depends on the language; violations are told in both.
  package func write(_ run: JudgedRun, language: Language) throws -> [UInt8] {
    let index = RunIndex(run)
    let cases = CaseResults(index: index, language: language)
    let verdict = run.verdict
    let document: Value = .object([
      ("schema", "linkage.results/v1"),
      ("run", header(run)),
      ("judgement", .string(verdict.judgement.rawValue)),
      ("summary", summary(verdict)),
      ("platforms", .list(run.history.outline.platforms.map(platform))),
      ("cases", .list(cases.all)),
      ("links", .list(verdict.links.map(LatencyResults.link))),
      ("checks", .list(verdict.checks.map(CheckResults(run: run).check))),
      ("lateness", verdict.lateness.map { lateness($0, verdict) }),
      ("environment", .list(run.history.header.environment.map(fact))),
    ])
    return document.jsonBytes(pretty: true) + [UInt8(ascii: "\n")]
  }

  private func header(_ run: JudgedRun) -> Value {
    let header = run.history.header
    let duration = run.history.events.last.map { $0.at - header.started }
    return .object([
      ("id", .string(header.id)),
      ("version", .string(header.version)),
      ("target", .string(run.history.outline.target)),
      ("seed", .string(String(header.seed))),
      ("startedAt", .string(UTCText.millisecond(header.startedWall))),
      ("durationMs", duration.map(Value.milliseconds)),
      ("interrupted", .bool(run.verdict.wasInterrupted)),
      ("command", .list(header.command.map(Value.string))),
    ])
  }

  private func summary(_ verdict: Verdict) -> Value {
    let counts = CaseCounts(verdict.cases)
    return .object([
      ("total", .count(counts.total)), ("passed", .count(counts[.passed])),
      ("failed", .count(counts[.failed])), ("errored", .count(counts[.errored])),
      ("skipped", .count(counts[.skipped])), ("interrupted", .count(counts[.interrupted])),
    ])
  }

  private func platform(_ platform: Outline.Platform) -> Value {
    .object([
      ("name", .string(platform.name)), ("title", .text(platform.title)),
      ("base", .string(platform.base)),
    ])
  }

  private func lateness(_ lateness: RunEnd.Lateness, _ verdict: Verdict) -> Value {
    .object([
      ("p50Ms", .milliseconds(lateness.p50)), ("p99Ms", .milliseconds(lateness.p99)),
      ("maxMs", .milliseconds(lateness.max)),
      ("readSpacingMs", verdict.readSpacing.map(Value.milliseconds)),
      ("trusted", .bool(verdict.areLatenciesTrusted)),
    ])
  }

  private func fact(_ fact: RunHeader.Fact) -> Value {
    .object([("name", .string(fact.name)), ("value", .string(fact.value))])
  }
}
