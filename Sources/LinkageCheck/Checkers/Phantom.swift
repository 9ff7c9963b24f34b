public import LinkageCore
import Values

/// Nothing is seen that was refused or never sent.
///
/// What can be proven: an entity that no write of the run has given and no write of unknown outcome
/// can have made, that says what a refused write asked for, and that was not there before that write
/// was sent, or is still unknown to the platform that refused it.
public struct Phantom: Checker {
  public let name = "phantom"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    let refused = RefusedWrites(index)
    var tally = Tally()
    for (number, subject) in index.subjects.enumerated() where !index.isShared(subject) {
      let reads = subject.observations.map { index.observations[$0] }.filter { !$0.isWrite }
      guard reads.count == subject.observations.count,
        let seen = reads.first(where: { read in
          read.presence == .present
        })
      else { continue }
      let known = refused.writes(of: subject.entity, before: index.operation(of: seen))
      tally.add((!known.isEmpty, violation(number, seen, known, index)))
    }
    return tally.result(of: name)
  }

  private func violation(
    _ subject: Int, _ seen: Observation, _ refused: [IndexedOperation], _ index: HistoryIndex
  ) -> CheckResult.Violation? {
    let read = index.operation(of: seen)
    for write in refused where asks(write, for: seen, index) {
      guard let proof = notThere(subject, seen.entity, write, read, index) else { continue }
      let order = (proof.precedes(write) ? [proof, write, read] : [write, read, proof])
      var found = index.violation(
        .phantom, order, of: index.subjects[subject], platform: read.platform,
        facts: [.init("refused", .string(write.error ?? ""))])
      found.step = read.step
      return found
    }
    return nil
  }

  /// Whether the entity says what the write asked for, in every field that both have.
  private func asks(
    _ write: IndexedOperation, for seen: Observation, _ index: HistoryIndex
  ) -> Bool {
    let entity = index.entities[seen.entity]
    var alike = 0
    for field in entity.fields {
      guard let asked = write.inputs[field.name]?.unlessNull, let shown = seen.value(field.name)
      else { continue }
      if asked != shown { return false }
      alike += 1
    }
    return alike > 0
  }

  /// An answer to the same actor without it: before the write was sent, or of the platform that
  /// refused it after it was seen elsewhere.
  private func notThere(
    _ subject: Int, _ entity: Int, _ write: IndexedOperation, _ read: IndexedOperation,
    _ index: HistoryIndex
  ) -> IndexedOperation? {
    let wait = index.settling(entity)
    return index.listings.lazy.filter { $0.entity == entity && !$0.subjects.contains(subject) }
      .map { index.operations[$0.operation] }
      .first { list in
        guard list.person == read.person else { return false }
        if list.precedes(write) { return list.platform == read.platform }
        return list.platform == write.platform && read.platform != write.platform
          && read.received + wait < list.began
          && index.disturbances.isQuiet(list, after: wait)
      }
  }
}
