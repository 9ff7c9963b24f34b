public import LinkageCore
import Values

/// What can be used once is used once over all platforms, or again only after it was given back.
public struct SingleUse: Checker {
  public let name = "single-use"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    let spent = self.spent(index)
    let returned = self.returned(index)
    var violations: [CheckResult.Violation] = []
    for use in spent {
      let cases = Set(use.operations.map { index.operations[$0].step.case })
      let unnamed = returned.unnamed[use.thing.entity, default: []].filter {
        index.systems.number(of: index.operations[$0]) == use.thing.system
          && (!Self.saysWhatItMakes($0, index) || cases.contains(index.operations[$0].step.case))
      }
      let givenBack = returned.named[use.thing, default: []] + unnamed
      if let proof = proof(use.operations, givenBack, index) {
        violations.append(violation(proof, of: use.thing, index))
      }
    }
    return CheckResult(checker: name, observed: spent.count, violations: violations)
  }

  private struct Thing: Hashable {
    var system: Int
    var entity: String
    var key: Value
  }

  private struct Use {
    var thing: Thing
    /// Those that happened, as indices into the operations, each submission once.
    var operations: [Int]
  }

  /// In the order of their first use.
  private func spent(_ index: HistoryIndex) -> [Use] {
    var uses: [Use] = []
    var places: [Thing: Int] = [:]
    for (number, operation) in index.operations.enumerated() where operation.end == .ok {
      guard let effects = index.outline(of: operation).effects else { continue }
      for part in effects.spends {
        guard let key = operation.said(part.field) else { continue }
        let thing = Thing(
          system: index.systems.number(of: operation), entity: part.entity, key: key)
        if let place = places[thing] {
          let isKnown = uses[place].operations.contains { isSame($0, number, index) }
          if !isKnown { uses[place].operations.append(number) }
        } else {
          places[thing] = uses.count
          uses.append(Use(thing: thing, operations: [number]))
        }
      }
    }
    return uses
  }

  /// Whether two acknowledgements are of one submission: they name the same thing that was made.
  private func isSame(_ a: Int, _ b: Int, _ index: HistoryIndex) -> Bool {
    let (a, b) = (index.operations[a], index.operations[b])
    let outline = index.outline(of: a)
    if let once = outline.effects?.once, let name = a.inputs[once]?.unlessNull,
      name == b.inputs[once]?.unlessNull
    {
      return true
    }
    guard let made = Self.made(by: outline, index), let key = a.output[made.key]?.unlessNull
    else { return false }
    return key == b.output[made.key]?.unlessNull
  }

  /// Whether it names what it writes first: then all that it does belongs to its own case.
  private static func saysWhatItMakes(_ number: Int, _ index: HistoryIndex) -> Bool {
    let operation = index.operations[number]
    guard let made = made(by: index.outline(of: operation), index) else { return false }
    return operation.said(made.key) != nil
  }

  /// What a step makes comes first among what it writes.
  private static func made(
    by step: Outline.Step, _ index: HistoryIndex
  ) -> Contract.Entity? {
    index.entities.first { $0.name == step.writes.first }
  }

  private typealias Returned = (named: [Thing: [Int]], unnamed: [String: [Int]])

  /// What was given back, or may have been.
  private func returned(_ index: HistoryIndex) -> Returned {
    var returned: Returned = ([:], [:])
    let keys = Dictionary(
      index.entities.map { ($0.name, $0.key) }, uniquingKeysWith: { first, _ in first })
    for (number, operation) in index.operations.enumerated() {
      guard operation.mayHaveHappened,
        let effects = index.outline(of: operation).effects
      else { continue }
      for entity in effects.returns {
        let name = keys[entity] ?? ""
        if let key = operation.said(name) {
          let system = index.systems.number(of: operation)
          returned.named[Thing(system: system, entity: entity, key: key), default: []]
            .append(number)
        } else {
          returned.unnamed[entity, default: []].append(number)
        }
      }
    }
    return returned
  }

  /// The uses up to the first that is one too many; `nil` where each may have been allowed.
  private func proof(
    _ uses: [Int], _ givenBack: [Int], _ index: HistoryIndex
  ) -> [IndexedOperation]? {
    guard uses.count > 1 else { return nil }
    let uses = uses.map { index.operations[$0] }.sorted { $0.received < $1.received }
    let returns = Spans(givenBack.map { index.operations[$0].change })
    for (place, use) in uses.enumerated().dropFirst() {
      // With a moved clock an order may lapse, which gives back what it used.
      guard !index.disturbances.hasMovedClock(before: use) else { return nil }
      if place >= 1 + returns.count(before: use.received) { return Array(uses[...place]) }
    }
    return nil
  }

  private func violation(
    _ proof: [IndexedOperation], of thing: Thing, _ index: HistoryIndex
  ) -> CheckResult.Violation {
    var violation = index.violation(
      .usedTwice, proof, facts: [CheckResult.Fact("found", .int(Int64(proof.count)))])
    violation.entity = thing.entity
    violation.key = thing.key
    return violation
  }
}
