import CEL
import LinkageCore
import Values

/// Evaluates conditions and keeps the values of the parts of those that do not hold.
struct ConditionEvaluator {
  var scope: Scope
  var masker: Masker

  func condition(_ located: Located) -> Condition {
    do throws(EvaluationError) {
      if try located.expression.evaluate(in: scope) == .bool(true) {
        return Condition(holds: true, parts: [], problem: nil)
      }
    } catch {
      let why = SkippedStep.problem(with: located, in: scope) ?? error.message
      return Condition(holds: nil, parts: parts(of: located), problem: masker.mask(why))
    }
    return Condition(holds: false, parts: parts(of: located), problem: nil)
  }

  private func parts(of located: Located) -> [Condition.Part] {
    located.expression.explain(in: scope).parts.map { part in
      let value = try? part.value.get()
      return Condition.Part(
        offset: part.range.lowerBound, length: part.range.count, text: part.text,
        type: value?.typeName, value: masker.mask(value ?? .null), problem: problem(part))
    }
  }

  private func problem(_ part: Explanation.Part) -> String? {
    if case .failure(let error) = part.value { return masker.mask(error.message) }
    return nil
  }
}
