import LinkageCore
import Values

/// Goes through the reads of one entity on one platform and tells at which of them all that was written
/// had arrived: its time was over, or the version that it made, or a later one, had been seen.
struct Settling {
  private let changes: Changes
  private let subject: Int
  private let deadline: Nanoseconds
  /// The version that each write made.
  private let made: [Int: Int64]
  private var entered = 0
  private var pending: [Int] = []
  /// The latest receipt of all reads so far: with reads that overlap, what had begun by then.
  private var latest = Instant(.min)
  /// The highest version seen so far.
  private var highest: Int64?

  init(_ subject: Int, version: String, _ changes: Changes) {
    self.changes = changes
    self.subject = subject
    let index = changes.index
    deadline = changes.deadlines[index.subjects[subject].entity]
    var made: [Int: Int64] = [:]
    for place in index.subjects[subject].observations {
      let observation = index.observations[place]
      guard observation.isWrite, index.operation(of: observation).end == .ok else { continue }
      made[observation.operation] = observation.value(version)?.intValue
    }
    self.made = made
  }

  /// How many writes had begun by the last read.
  var writes: Int { entered }

  /// - Parameter read: of the platform, in the order in which they began.
  /// - Returns: whether everything had arrived that was written.
  mutating func isSettled(at read: IndexedOperation, showing found: Int64) -> Bool {
    let index = changes.index
    latest = max(latest, read.received)
    let own = changes.own[subject]
    while entered < own.count, index.operations[own[entered]].began < latest {
      pending.append(own[entered])
      entered += 1
    }
    highest = max(highest ?? found, found)
    pending = pending.filter { !hasArrived($0, by: read) }
    return pending.isEmpty && changes.isUndisturbed(subject, from: read.began, to: read.received)
  }

  private func hasArrived(_ number: Int, by read: IndexedOperation) -> Bool {
    let write = changes.index.operations[number]
    let (_, ended) = write.change
    if ended.isPast(at: read.began, by: deadline) { return true }
    guard write.precedes(read), let version = made[number], let highest else { return false }
    return highest >= version
  }
}
