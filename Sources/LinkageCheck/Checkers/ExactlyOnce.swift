public import LinkageCore
import Values

/// What happened once is there once: nothing stands twice in one answer, and a submission that was
/// acknowledged again is the same one.
public struct ExactlyOnce: Checker {
  public let name = "exactly-once"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var found = Tally()
    for listing in index.listings { check(listing, index, &found) }
    let ledgers = index.entities.map(\.ledger)
    for observation in index.observations {
      guard observation.presence == .present, let ledger = ledgers[observation.entity],
        let entries = observation.value(ledger.entries)?.listValue
      else { continue }
      found.observed += 1
      if let twice = Self.twice(entries.map { $0[ledger.id]?.unlessNull }) {
        found.violations.append(
          index.violation(
            .duplicated, [observation], field: ledger.entries,
            facts: [CheckResult.Fact("found", twice)]))
      }
    }
    checkSubmissions(index, &found)
    return found.result(of: name)
  }

  private func check(_ listing: Listing, _ index: HistoryIndex, _ found: inout Tally) {
    found.observed += 1
    guard let twice = Self.twice(listing.subjects.map { $0 }) else { return }
    found.violations.append(
      index.violation(
        .duplicated, [index.operations[listing.operation]], of: index.subjects[twice],
        field: listing.output, facts: [CheckResult.Fact("found", index.subjects[twice].key)]))
  }

  private static func twice<Item: Hashable>(_ items: [Item?]) -> Item? {
    var seen: Set<Item> = []
    for case let item? in items where !seen.insert(item).inserted { return item }
    return nil
  }

  /// The same submission on one platform made several things.
  private func checkSubmissions(_ index: HistoryIndex, _ found: inout Tally) {
    var first: [Submission: (operation: IndexedOperation, subject: Int)] = [:]
    for observation in index.observations where observation.isWrite {
      guard let subject = observation.subject, observation.naming == .output,
        let submission = Submission(of: observation, index)
      else { continue }
      let operation = index.operation(of: observation)
      guard let earlier = first[submission] else {
        first[submission] = (operation, subject)
        continue
      }
      found.observed += 1
      if earlier.subject == subject { continue }
      found.violations.append(
        index.violation(
          .duplicated, [earlier.operation, operation], of: index.subjects[subject],
          facts: [
            CheckResult.Fact("other", index.subjects[earlier.subject].key),
            CheckResult.Fact("submission", submission.name),
          ]))
    }
  }
}

/// What the contract calls one submission, of what was acknowledged.
private struct Submission: Hashable {
  var person: Int
  var platform: String
  var operation: String
  var entity: Int
  var name: Value

  init?(of observation: Observation, _ index: HistoryIndex) {
    let operation = index.operation(of: observation)
    let outline = index.outline(of: operation)
    // What it makes comes first among what it writes; what else it names may be anybody's.
    guard operation.end == .ok, let once = outline.effects?.once,
      let name = operation.inputs[once]?.unlessNull,
      outline.writes.first == index.entities[observation.entity].name
    else { return nil }
    person = operation.person
    platform = operation.platform
    self.operation = outline.operation
    entity = observation.entity
    self.name = name
  }
}
