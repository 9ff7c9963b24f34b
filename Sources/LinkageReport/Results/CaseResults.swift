import LinkageCore
import Values

/// The cases of `results.json`.
struct CaseResults {
  private let index: RunIndex
  private let printer: FindingPrinter

  init(index: RunIndex, language: Language) {
    self.index = index
    printer = FindingPrinter(index: index, language: language, style: .plain)
  }

  var all: [Value] {
    zip(index.outline.cases, index.run.verdict.cases).enumerated().map { number, pair in
      result(pair.0, pair.1, number)
    }
  }

  private func result(_ outline: Outline.Case, _ verdict: CaseVerdict, _ number: Int) -> Value {
    let duration = verdict.started.flatMap { started in verdict.ended.map { $0 - started } }
    let steps = zip(outline.steps, verdict.steps).map(step)
    return .object([
      ("id", .string(outline.id)),
      ("place", .place(outline.place)),
      ("title", .text(outline.title)),
      ("priority", outline.priority.map(Value.string)),
      ("tags", .list(outline.tags.map(Value.string))),
      ("status", .string(verdict.status.rawValue)),
      ("skip", verdict.skip.map(OutcomeResults.skip)),
      ("startedAt", verdict.started.map { .string(UTCText.millisecond(index.wall($0))) }),
      ("durationMs", duration.map(Value.milliseconds)),
      ("findings", .list(verdict.findings.map { finding($0, number) })),
      ("cleanup", .list(verdict.cleanup.map { finding($0, number) })),
      ("steps", .list(steps)),
    ])
  }

  private func step(_ step: Outline.Step, _ verdict: StepVerdict) -> Value {
    .object([
      ("id", .string(step.id)),
      ("operation", .string(step.operation)),
      ("platform", .string(step.platform)),
      ("actor", step.actor.map(Value.string)),
      ("status", .string(verdict.status.rawValue)),
      ("skip", verdict.skip.map(OutcomeResults.skip)),
      ("outcome", verdict.outcome.map(OutcomeResults.outcome)),
      ("durationMs", verdict.duration.map(Value.milliseconds)),
      ("measurement", verdict.measurement.map { LatencyResults.measurement($0, of: step) }),
    ])
  }

  private func finding(_ finding: Finding, _ number: Int) -> Value {
    let facts = index.facts(finding, in: number)
    return .object([
      ("type", .string(finding.type.rawValue)),
      ("undecided", .bool(finding.type.isError)),
      ("step", facts.map { .string($0.step.id) }),
      ("place", facts.map { .place($0.place) }),
      ("message", .string(printer.short(finding, in: number))),
      ("expectation", facts?.expectation.map { .string($0.text) }),
      ("parts", .list((finding.condition?.parts ?? []).map(part))),
      ("problem", finding.condition?.problem.map(Value.string)),
      ("outcome", finding.outcome.map(OutcomeResults.outcome)),
      (
        "measurement",
        facts.flatMap { facts in
          finding.measurement.map { LatencyResults.measurement($0, of: facts.step) }
        }
      ),
      ("detail", finding.detail.map(Value.string)),
    ])
  }

  private func part(_ part: Condition.Part) -> Value {
    .object([
      ("text", .string(part.text)),
      ("type", part.type.map(Value.string)),
      ("value", part.value),
      ("problem", part.problem.map(Value.string)),
    ])
  }
}
