public import LinkageCore
import Values

/// Where the contract promises it, an actor sees his own change on the same platform at once.
public struct ReadYourWrites: Checker {
  public let name = "read-your-writes"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var tally = Tally()
    for (number, subject) in index.subjects.enumerated() {
      let platforms = index.entities[subject.entity].readYourWrites
      guard !platforms.isEmpty else { continue }
      for track in index.personTracks[number]
      where !track.writes.isEmpty && !track.reads.isEmpty && platforms.contains(track.platform) {
        tally.add(look(at: track, index))
      }
    }
    return tally.result(of: name)
  }

  private func look(
    at track: Track, _ index: HistoryIndex
  ) -> Tally.Look {
    let behind = Behind(index: index, entity: index.subjects[track.subject].entity)
    var written = behind.nothing
    var wasCompared = false
    var found: CheckResult.Violation?
    Sweep(earlier: track.writes, later: track.reads, index: index).run(
      take: { written.insert($0) },
      look: { read in
        guard let last = written.last else { return true }
        wasCompared = true
        if read.presence == .present {
          found = behind.violation(read, written)
        } else if index.provesAbsence(read, index.operation(of: read), known: last) {
          found = index.violation(.stale, [last, read])
        }
        return found == nil
      })
    return (wasCompared, found)
  }
}
