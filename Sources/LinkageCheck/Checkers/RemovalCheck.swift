import LinkageCore
import Values

/// What was deleted is gone everywhere once the news must have arrived.
struct RemovalCheck {
  private let subject: Int
  private let changes: Changes

  init(_ subject: Int, _ changes: Changes) {
    self.subject = subject
    self.changes = changes
  }

  /// - Parameter observed: grows by one where somebody looked after a deletion.
  func violation(_ observed: inout Int) -> CheckResult.Violation? {
    let index = changes.index
    let observations = index.subjects[subject].observations.lazy.map { index.observations[$0] }
    guard let last = observations.last(where: { $0.isWrite && $0.presence == .absent }) else {
      return nil
    }
    let deletion = index.operation(of: last)
    // Written after it, or nobody knows when: then it may be there again.
    for observation in observations where observation.isWrite {
      let write = index.operation(of: observation)
      guard write.position != deletion.position else { continue }
      if write.end == .unknown || (write.end == .ok && !write.precedes(deletion)) { return nil }
    }
    let deadline = changes.deadlines[index.subjects[subject].entity]
    for observation in observations where !observation.isWrite && observation.presence != .silent {
      let read = index.operation(of: observation)
      guard deletion.received.isPast(at: read.began, by: deadline),
        changes.isUndisturbed(subject, from: read.began, to: read.received)
      else { continue }
      observed += 1
      if observation.presence == .present {
        return index.violation(
          .diverged, [deletion, read], of: index.subjects[subject],
          facts: [
            CheckResult.Fact("deletedOn", .string(deletion.platform)),
            CheckResult.Fact("found", .bool(true)),
          ])
      }
    }
    return nil
  }
}
