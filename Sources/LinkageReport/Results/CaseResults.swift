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
    let steps = zip(outline.steps, verdict.steps).enumerated().map { position, pair in
      step(pair.0, pair.1, index.trees[number].nodes[position])
    }
    return .object([
      ("id", .string(outline.id)),
      ("name", .string(outline.name)),
      ("row", outline.row.map(Value.string)),
      ("sample", outline.sample.map(Value.count)),
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

  private func step(_ step: Outline.Step, _ verdict: StepVerdict, _ node: StepTree.Node) -> Value {
    .object([
      ("id", .string(step.id)),
      ("number", .string(node.number)),
      ("depth", .count(node.depth)),
      ("kind", .string(StepResults.kind(step.kind))),
      ("round", step.round.map(StepResults.round)),
      ("place", .place(step.place)),
      ("operation", .string(step.operation)),
      ("platform", step.platform.isEmpty ? nil : .string(step.platform)),
      ("compares", .list((step.comparedReads ?? []).map(Value.string))),
      ("entity", step.comparedEntity.map(Value.string)),
      ("staysMs", step.stays.map(Value.milliseconds)),
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
      ("number", facts.map { _ in .string(index.trees[number].nodes[finding.step].number) }),
      ("round", facts?.round.map(StepResults.round)),
      ("place", facts.map { .place($0.place) }),
      ("message", .string(printer.short(finding, in: number))),
      ("usedAt", .list((facts?.uses ?? []).map { .place($0.place) })),
      ("field", facts?.expectation?.field.map(Value.string)),
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
      ("heldMs", finding.held.map(Value.milliseconds)),
      ("goneByMs", finding.goneBy.map(Value.milliseconds)),
      ("stoppedBy", finding.stoppedBy.map(Value.string)),
      ("stoppedAfter", finding.stoppedAfter.map(LatencyResults.interval)),
      ("neverEvaluated", finding.neverEvaluated.map(Value.count)),
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
