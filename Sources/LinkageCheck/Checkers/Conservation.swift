public import LinkageCore
import Values

/// What is counted is neither made nor lost: a balance is the sum of its ledger, moves by what was added
/// and taken, and never falls below what the contract sets.
public struct Conservation: Checker {
  public let name = "conservation"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var tally = Tally()
    checkLeast(index, &tally)
    let changes = index.changes
    let moved = Amounts.moved(index)
    for subject in index.subjects.indices {
      let place = index.subjects[subject].entity
      let entity = index.entities[place]
      guard entity.isShared != true, let counted = entity.counted,
        moved.contains(entity.name) || entity.ledger != nil
      else { continue }
      let amounts = Amounts(subject, entity, counted: counted.name, changes)
      // Whose answers they were in nobody knows.
      if changes.mixedUp.contains(subject) {
        tally.unjudged += amounts.reads.count
        continue
      }
      LedgerSum(amounts).check(&tally)
      if moved.contains(entity.name) { BalanceBounds(amounts).check(&tally) }
    }
    return tally.result(of: name)
  }

  /// Any answer that shows less than can be.
  private func checkLeast(_ index: HistoryIndex, _ tally: inout Tally) {
    let bounds = index.entities.map { entity in
      entity.fields.compactMap { field in field.least.map { (name: field.name, least: $0) } }
    }
    for observation in index.observations where observation.presence == .present {
      for (name, least) in bounds[observation.entity] {
        guard let value = observation.value(name)?.intValue else { continue }
        tally.observed += 1
        guard value < least else { continue }
        tally.violations.append(
          index.violation(
            .notConserved, [observation], field: name,
            facts: [CheckResult.Fact("least", .int(least)), CheckResult.Fact("found", .int(value))]
          ))
      }
    }
  }
}
