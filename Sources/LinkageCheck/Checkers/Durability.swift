public import LinkageCore

/// What was acknowledged stays: it is lost where the last two reads lack it although it has had the
/// time to arrive, and has vanished where it was seen there before.
public struct Durability: Checker {
  public let name = "durability"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var tally = Tally()
    index.forEachWrittenTrack { track, writes in
      let end = FinalState(index: index, track: track, writes: writes)
      tally.add((end.hasReadAfterWrite, violation(end, index)))
    }
    return tally.result(of: name)
  }

  private func violation(_ end: FinalState, _ index: HistoryIndex) -> CheckResult.Violation? {
    guard let (missing, reads) = end.missing else { return nil }
    let seen = earlier(in: end, with: missing.write, before: reads.first, index)
    return index.violation(
      seen == nil ? .lost : .vanished, [seen ?? missing.write] + reads.both,
      field: missing.field, facts: missing.facts)
  }

  /// The last read on the same platform that had it.
  private func earlier(
    in end: FinalState, with write: Observation, before first: Observation, _ index: HistoryIndex
  ) -> Observation? {
    let behind = Behind(index: index, entity: index.subjects[end.track.subject].entity)
    var written = behind.nothing
    written.insert(write)
    let began = index.operation(of: first).began
    return end.track.reads.map { index.observations[$0] }.filter { read in
      read.presence == .present && index.operation(of: read).received < began
        && behind.violation(read, written) == nil
    }.max { index.operation(of: $0).received < index.operation(of: $1).received }
  }
}
