public import LinkageCore
import Values

/// When nobody writes any more, all platforms show the same.
///
/// One moment proves nothing, since things may change by themselves on one platform and be on their way
/// to the other. What proves it is that each of two platforms keeps to its own value, from before to
/// after a time in which any change arrives.
public struct Convergence: Checker {
  public let name = "convergence"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    let changes = index.changes
    var tally = Tally()
    for subject in index.subjects.indices where !changes.mixedUp.contains(subject) {
      let entity = index.entities[index.subjects[subject].entity]
      guard entity.isShared != true else { continue }
      var comparison = Comparison(subject, entity, changes)
      let found =
        comparison.violation() ?? RemovalCheck(subject, changes).violation(&comparison.observed)
      tally.observed += comparison.observed
      if let found { tally.violations.append(found) }
    }
    return tally.result(of: name)
  }
}

/// Compares what the platforms show of one entity.
private struct Comparison {
  let subject: Int
  let entity: Contract.Entity
  let changes: Changes
  /// How often two platforms were compared.
  var observed = 0

  private let writes: Spans
  private let deadline: Nanoseconds
  /// In the order of their names.
  private let platforms: [String]
  /// The first begun first.
  private let reads: [Observation]
  /// By platform, then field, as indices.
  private var shown: [[Run?]]

  /// Reads in a row that show the same value.
  private struct Run {
    var value: Value
    var first: Int
    var last: Int
    /// How many writes had begun.
    var writes: Int
    var naming: Bool
  }

  init(_ subject: Int, _ entity: Contract.Entity, _ changes: Changes) {
    self.subject = subject
    self.entity = entity
    self.changes = changes
    reads = Self.reads(of: subject, changes.index)
    var platforms: [String] = []
    for read in reads {
      let platform = changes.index.operation(of: read).platform
      if !platforms.contains(platform) { platforms.append(platform) }
    }
    self.platforms = platforms.sorted()
    shown = Array(
      repeating: Array(repeating: nil, count: entity.fields.count), count: platforms.count)
    writes = platforms.count > 1 ? changes.spans(of: subject) : Spans([])
    deadline = changes.deadlines[changes.index.subjects[subject].entity]
  }

  mutating func violation() -> CheckResult.Violation? {
    guard platforms.count > 1 else { return nil }
    for observation in reads {
      let operation = changes.index.operation(of: observation)
      guard let here = platforms.firstIndex(of: operation.platform) else { continue }
      var hasCompared = false
      for (place, field) in entity.fields.enumerated() where field.name != entity.key {
        guard let value = observation.fields[field.name],
          !(operation.isPage && field.type == .list)
        else { continue }
        let own = note(comparable(value, of: field), here, place, observation, operation)
        for platform in platforms.indices where platform != here {
          guard let other = shown[platform][place], own.writes == other.writes,
            own.naming == other.naming
          else { continue }
          if own.value == other.value {
            hasCompared = true
          } else if isProven(own, other) {
            observed += 1
            return violation(own, other, field.name)
          }
        }
      }
      if hasCompared { observed += 1 }
    }
    return nil
  }

  private static func reads(of subject: Int, _ index: HistoryIndex) -> [Observation] {
    index.subjects[subject].observations.lazy.map { index.observations[$0] }
      .filter { !$0.isWrite && $0.presence == .present }
      .sorted { index.operation(of: $0).began < index.operation(of: $1).began }
  }

  /// Lists are compared without their order, a ledger's by what its entries count.
  private func comparable(_ value: Value, of field: Field) -> Value {
    switch value {
    case .list(let list): return .list(texts(of: list, field).sorted().map { .string($0) })
    case .map: return .string(value.likeness())
    case .double(let number): return Int64(exactly: number).map { .int($0) } ?? value
    default: return value
    }
  }

  private func texts(of list: [Value], _ field: Field) -> [String] {
    guard let ledger = entity.ledger, ledger.entries == field.name else {
      return list.map { $0.likeness() }
    }
    return list.map { entry in
      (entry[ledger.id] ?? .null).likeness() + " " + (entry[ledger.amount] ?? .null).likeness()
    }
  }

  private mutating func note(
    _ value: Value, _ platform: Int, _ field: Int, _ observation: Observation,
    _ operation: IndexedOperation
  ) -> Run {
    let count = writes.count(before: operation.received)
    let isElement = observation.naming == .element
    var run =
      shown[platform][field]
      ?? Run(value: value, first: observation.operation, last: 0, writes: count, naming: isElement)
    if run.value != value || run.writes != count || run.naming != isElement {
      run = Run(
        value: value, first: observation.operation, last: 0, writes: count, naming: isElement)
    }
    run.last = observation.operation
    shown[platform][field] = run
    return run
  }

  /// Whether both lasted longer than any change takes, after all that could have changed them.
  private func isProven(_ a: Run, _ b: Run) -> Bool {
    let index = changes.index
    let first = max(index.operations[a.first].received, index.operations[b.first].received)
    let last = min(index.operations[a.last].began, index.operations[b.last].began)
    let end = max(index.operations[a.last].received, index.operations[b.last].received)
    // The first read of a probe is answered a little after the time from which its deadline counts.
    let length = Nanoseconds(deadline.count / 10 * 9)
    return first.isPast(at: last, by: length)
      && index.operations[a.last].person == index.operations[b.last].person
      && writes.areOver(by: last, before: end, rest: deadline)
      && changes.isUndisturbed(subject, from: last, to: end)
  }

  private func violation(_ own: Run, _ other: Run, _ field: String) -> CheckResult.Violation {
    let index = changes.index
    let proof = Set([own.first, own.last, other.first, other.last])
      .map { index.operations[$0] }
      .sorted { ($0.position, $0.platform) < ($1.position, $1.platform) }
    return index.violation(
      .diverged, proof, of: index.subjects[subject],
      platform: index.operations[own.last].platform, field: field,
      facts: [
        CheckResult.Fact("found", own.value),
        CheckResult.Fact("otherPlatform", .string(index.operations[other.last].platform)),
        CheckResult.Fact("other", other.value),
      ])
  }
}
