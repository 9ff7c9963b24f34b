import LinkageCore
import Values

/// What the consistency checks found, as data and as sentences in both languages.
struct CheckResults {
  let run: JudgedRun

  func check(_ check: CheckResult) -> Value {
    .object([
      ("checker", .string(check.checker)),
      ("judgement", .string(check.judgement.rawValue)),
      ("observed", .count(check.observed)),
      ("unjudged", .count(check.unjudged ?? 0)),
      ("violations", .list(check.violations.map(violation))),
    ])
  }

  private var outline: Outline { run.history.outline }

  private func violation(_ violation: CheckResult.Violation) -> Value {
    let item = violation.step.flatMap { outline.step($0) == nil ? nil : outline.cases[$0.case] }
    let step = violation.step.flatMap(outline.step)
    return .object([
      ("type", .string(violation.type.rawValue)),
      ("case", item.map { .string($0.id) }),
      ("name", item.map { .string($0.name) }),
      ("step", step.map { .string($0.id) }),
      ("entity", violation.entity.map(Value.string)),
      ("key", violation.key),
      ("platform", violation.platform.map(Value.string)),
      ("field", violation.field.map(Value.string)),
      ("facts", facts(violation.facts)),
      ("message", message(violation)),
      ("witness", .list(violation.witness.map(Value.count))),
      ("operations", .list(printer(.english).witnesses(violation).map(operation))),
    ])
  }

  private func printer(_ language: Language) -> ViolationPrinter {
    ViolationPrinter(run: run, language: language)
  }

  private func message(_ violation: CheckResult.Violation) -> Value {
    .object([
      ("en", .string(printer(.english).sentence(violation))),
      ("zh", .string(printer(.chinese).sentence(violation))),
    ])
  }

  private func operation(_ witness: Witness) -> Value {
    .object([
      ("event", .count(witness.event)),
      ("sentMs", .milliseconds(witness.sent)),
      ("answeredMs", witness.answered.map(Value.milliseconds)),
      ("actor", witness.actor.map(Value.string)),
      ("operation", .string(witness.operation)),
      ("inputs", facts(witness.inputs)),
      ("outcome", witness.outcome.map(OutcomeResults.outcome)),
      ("outputs", facts(witness.outputs)),
    ])
  }

  /// Of a list how long it is: all of it stands in the history.
  private func facts(_ facts: [CheckResult.Fact]) -> Value {
    .list(
      facts.map { fact in
        let count = fact.value.listValue?.count
        return .object([
          ("name", .string(fact.name)), ("value", count == nil ? fact.value : nil),
          ("count", count.map(Value.count)),
        ])
      })
  }
}
