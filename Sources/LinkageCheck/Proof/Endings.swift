import LinkageCore
import Values

/// What may have ended entities: deletions, writes of which nobody knows what they did, and statuses
/// after which nothing comes: a cancelled order need not be found for ever.
struct Endings: Sendable {
  private struct CaseEntity: Hashable {
    var `case`: Int
    var entity: Int
  }

  /// Since when anything of a case may be gone: a member's orders go with him.
  private var cases: [Int: Instant] = [:]
  private var subjects: [Int: Instant] = [:]
  private var deleted: Set<Int> = []
  /// Of a case's entities since a write of nobody knows which.
  private var anyOf: [CaseEntity: Instant] = [:]

  init(
    _ outline: Outline, _ operations: [IndexedOperation], _ observations: [Observation],
    _ orders: [FieldOrder]
  ) {
    addCases(outline, operations)
    for observation in observations {
      if observation.isWrite, observation.presence != .present,
        operations[observation.operation].mayHaveHappened
      {
        add(observation, operations[observation.operation])
      } else if let subject = observation.subject,
        orders[observation.entity].isLast(observation)
      {
        // It may have come to its end long before somebody saw it.
        subjects[subject] = Instant(.min)
      }
    }
  }

  private mutating func addCases(_ outline: Outline, _ operations: [IndexedOperation]) {
    let saysWhatEnds = outline.cases.contains { $0.steps.contains { $0.deletes != nil } }
    for operation in operations where operation.isWrite && operation.mayHaveHappened {
      let deletes = outline.cases[operation.step.case].steps[operation.step.step].deletes
      let gaveNothing = operation.output.mapValue?.isEmpty ?? true
      if deletes != nil || gaveNothing && !saysWhatEnds {
        Self.add(operation.began, to: &cases[operation.step.case])
      }
    }
  }

  private mutating func add(_ observation: Observation, _ operation: IndexedOperation) {
    if let subject = observation.subject {
      Self.add(operation.began, to: &subjects[subject])
      if observation.presence == .absent { deleted.insert(subject) }
    } else {
      let key = CaseEntity(case: operation.step.case, entity: observation.entity)
      Self.add(operation.began, to: &anyOf[key])
    }
  }

  /// Whether a read of a case can have missed an entity by right.
  func mayBeGone(_ subject: Int, _ entity: Int, for read: IndexedOperation) -> Bool {
    [
      cases[read.step.case], subjects[subject],
      anyOf[CaseEntity(case: read.step.case, entity: entity)],
    ].contains { $0.map { $0 <= read.received } ?? false }
  }

  /// Whether an operation of the run ended it: after that the same key may be another one.
  func isDeleted(_ subject: Int) -> Bool { deleted.contains(subject) }

  private static func add(_ moment: Instant, to earliest: inout Instant?) {
    earliest = min(earliest ?? moment, moment)
  }
}
