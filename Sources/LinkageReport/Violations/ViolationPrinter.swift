import LinkageCore
import Values

/// Tells violations: a sentence, then the operations that prove it.
struct ViolationPrinter {
  let run: JudgedRun
  let language: Language

  /// `order o1 is lost: … , at order-lookup › find`.
  func sentence(_ violation: CheckResult.Violation) -> String {
    let facts = ViolationFacts(violation, run.history.outline)
    return words.sentence(facts) + (facts.step.map { words.place(VisibleText.line($0)) } ?? "")
  }

  func witnesses(_ violation: CheckResult.Violation) -> [Witness] {
    violation.witness.compactMap { Witness(at: $0, of: violation, in: run) }
  }

  /// `1.24 s  alice  mini.findOrder (orderId o1) → refused: `order_not_found``.
  func line(_ witness: Witness) -> String {
    let inputs = witness.inputs.isEmpty ? "" : " (\(list(witness.inputs)))"
    let actor = witness.actor.map(VisibleText.line) ?? words.nobody
    let outcome = witness.outcome.map { language.outcomeWords.outcome($0) } ?? "?"
    let outputs = witness.outputs.isEmpty ? "" : ": \(list(witness.outputs))"
    return "\(DurationText.text(witness.sent))  \(actor)  "
      + VisibleText.line("\(witness.operation)\(inputs) → \(outcome)\(outputs)")
  }

  /// The sentence, and a line for each operation below it.
  func lines(_ violation: CheckResult.Violation) -> [String] {
    [sentence(violation)] + witnesses(violation).map { "    " + line($0) }
  }

  private var words: any ViolationWords { language.violationWords }

  private func list(_ facts: [CheckResult.Fact]) -> String {
    facts.map { fact in
      let value = fact.value.listValue.map { words.elements($0.count) }
      return "\(fact.name) \(value ?? ViolationFacts.text(fact.value))"
    }.joined(separator: ", ")
  }
}
