public import LinkageCore

/// What one actor has seen, he sees again: a read that shows a change and, sent after its answer, one
/// that does not.
public struct MonotonicReads: Checker {
  public let name = "monotonic-reads"

  public init() {}

  /// Overlapping reads prove nothing; a read that said nothing is passed over.
  public func check(_ index: HistoryIndex) -> CheckResult {
    var tally = ProbeFlicker(index: index).all
    let told = Set(tally.violations.compactMap(\.step))
    for subject in index.subjects.indices {
      for track in index.personTracks[subject] where track.reads.count > 1 {
        var look = look(at: track, index)
        if let step = look.violation?.step, told.contains(step) { look.violation = nil }
        tally.add(look)
      }
    }
    return tally.result(of: name)
  }

  private func look(
    at track: Track, _ index: HistoryIndex
  ) -> Tally.Look {
    let ways = index.orders[index.subjects[track.subject].entity].ways
    var best = [Observation?](repeating: nil, count: ways.count)
    var seen: Observation?
    var wasCompared = false
    var found: CheckResult.Violation?
    Sweep(earlier: track.reads, later: track.reads, index: index).run(
      take: { read in
        guard read.presence == .present else { return }
        seen = read
        for (place, way) in ways.enumerated() where !way.isLower(read, than: best[place]) {
          best[place] = read
        }
      },
      look: { read in
        guard let seen else { return true }
        wasCompared = true
        if read.presence == .absent {
          if index.provesAbsence(read, index.operation(of: read), known: seen) {
            found = index.violation(.flickered, [seen, read])
          }
        } else if let place = ways.indices.first(where: { ways[$0].isLower(read, than: best[$0]) }),
          let higher = best[place]
        {
          let field = ways[place].name
          found = index.violation(
            .flickered, [higher, read], field: field,
            facts: index.facts(field, due: higher, found: read))
        }
        return found == nil
      })
    return (wasCompared, found)
  }
}

extension FieldOrder.Way {
  /// Whether the field says that the first is the older one; where there is nothing to compare it
  /// does not.
  func isLower(_ first: Observation, than second: Observation?) -> Bool {
    guard let second, let b = second.value(name) else { return false }
    guard let a = first.value(name), let order = a.compared(to: b) else { return false }
    return (order < 0) == isUp && order != 0
  }
}
