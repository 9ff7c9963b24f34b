public import LinkageCore

/// Nobody sees what became of something that is itself unknown: "shipped" where there is no order.
public struct Prefix: Checker {
  public let name = "prefix"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var tally = Tally()
    for (number, subject) in index.subjects.enumerated() where !index.isShared(subject) {
      let tracks = index.platformTracks(of: number)
      let order = index.orders[subject.entity]
      guard let made = first(of: tracks.flatMap(\.writes), index) else { continue }
      for track in tracks {
        let later = track.reads.filter { place in
          let read = index.observations[place]
          return read.presence == .present && order.older(made, than: read) != nil
        }
        guard !later.isEmpty else { continue }
        tally.add(look(at: track, later, made, index))
      }
    }
    return tally.result(of: name)
  }

  /// The write that made it, or the first that is known.
  private func first(of writes: [Int], _ index: HistoryIndex) -> Observation? {
    writes.map { index.observations[$0] }.filter { $0.presence == .present }
      .min { index.operation(of: $0).received < index.operation(of: $1).received }
  }

  /// Another session may lag behind by as much as a link may.
  private func look(
    at track: Track, _ later: [Int], _ made: Observation, _ index: HistoryIndex
  ) -> Tally.Look {
    let wait = index.settling(index.subjects[track.subject].entity)
    var seen: Observation?
    var wasCompared = false
    var found: CheckResult.Violation?
    Sweep(earlier: later, later: track.reads, index: index).run(
      take: { seen = seen ?? $0 },
      look: { read in
        guard let seen else { return true }
        wasCompared = true
        let (source, operation) = (index.operation(of: seen), index.operation(of: read))
        let isSame = source.person == operation.person
        if isSame || source.received + wait < operation.began,
          index.provesAbsence(read, operation, known: isSame ? seen : made)
        {
          found = index.violation(.outOfOrder, [seen, read])
        }
        return found == nil
      })
    return (wasCompared, found)
  }
}
