public import LinkageCore

/// A read never trails by a whole change: once an acknowledged change has had the time that the
/// contract gives it, nobody reads the state before it.
public struct Freshness: Checker {
  public let name = "freshness"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var tally = Tally()
    index.forEachWrittenTrack { track, writes in tally.add(look(at: track, writes, index)) }
    return tally.result(of: name)
  }

  private func look(at track: Track, _ writes: [Int], _ index: HistoryIndex) -> Tally.Look {
    let entity = index.subjects[track.subject].entity
    let wait = index.settling(entity)
    let behind = Behind(index: index, entity: entity)
    var settled = behind.nothing
    var wasCompared = false
    var found: CheckResult.Violation?
    Sweep(earlier: writes, later: track.reads, index: index).run(
      after: wait,
      take: { settled.insert($0) },
      look: { read in
        guard settled.last != nil, read.presence == .present,
          index.isQuiet(read, after: wait)
        else { return true }
        wasCompared = true
        found = behind.violation(read, settled)
        return found == nil
      })
    return (wasCompared, found)
  }
}
