import LinkageCore
import Values

/// Goes through what a history says of entities and collects who may change which.
struct ChangeCollector {
  typealias Span = (began: Instant, ended: Instant)

  let index: HistoryIndex
  private(set) var own: [[Int]]
  private(set) var cases: [[Int]]
  private(set) var mixedUp: Set<Int> = []
  /// By entity, then case.
  private(set) var unnamed: [Int: [Int: [Span]]] = [:]
  private(set) var unbound: [ChangeTable.Home: [Span]] = [:]

  init(_ index: HistoryIndex) {
    self.index = index
    own = Array(repeating: [], count: index.subjects.count)
    cases = own
  }

  mutating func collect() {
    let makers = Makers(index)
    for observation in index.observations {
      let operation = index.operation(of: observation)
      guard let subject = observation.subject else {
        if observation.isWrite, mayChange(operation), !makers.makes(observation) {
          addUnnamed(observation, operation, isBound: makers.saysWhatItWrites(operation))
        }
        continue
      }
      if observation.naming == .person, index.people[operation.person].hasChanged {
        mixedUp.insert(subject)
      }
      if cases[subject].last != operation.step.case, !cases[subject].contains(operation.step.case) {
        cases[subject].append(operation.step.case)
      }
      guard own[subject].last != observation.operation, mayChange(operation) else { continue }
      own[subject].append(observation.operation)
    }
    for subject in own.indices {
      own[subject].sort { index.operations[$0].began < index.operations[$1].began }
    }
    addUnpromised()
  }

  private mutating func addUnnamed(
    _ observation: Observation, _ operation: IndexedOperation, isBound: Bool
  ) {
    guard isBound else {
      unbound[home(observation.entity, operation), default: []].append(operation.change)
      return
    }
    unnamed[observation.entity, default: [:]][operation.step.case, default: []]
      .append(operation.change)
  }

  /// A write of which no contract says what it writes may change anything of its system.
  private mutating func addUnpromised() {
    for operation in index.operations where operation.isWrite && mayChange(operation) {
      let outline = index.outline(of: operation)
      guard outline.writes.isEmpty, outline.effects?.isForgery != true else { continue }
      for entity in index.entities.indices {
        unbound[home(entity, operation), default: []].append(operation.change)
      }
    }
  }

  private func home(_ entity: Int, _ operation: IndexedOperation) -> ChangeTable.Home {
    ChangeTable.Home(entity: entity, system: index.systems.number(of: operation))
  }

  /// Whether it happened or may have, and is more than a plain read.
  private func mayChange(_ operation: IndexedOperation) -> Bool {
    guard operation.mayHaveHappened else { return false }
    if operation.isWrite { return index.outline(of: operation).effects?.isForgery != true }
    return !operation.isPlain
  }
}
