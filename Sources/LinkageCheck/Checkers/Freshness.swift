public import LinkageCore

/// A read never trails by a whole change: once an acknowledged change has had the time that the
/// contract gives it, nobody reads the state before it.
public struct Freshness: Checker {
  public let name = "freshness"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var observed = 0
    var violations: [CheckResult.Violation] = []
    for (number, subject) in index.subjects.enumerated() where !index.isShared(subject) {
      let tracks = index.tracks(of: number, byPerson: false)
      let writes = tracks.flatMap(\.writes)
      guard !writes.isEmpty else { continue }
      for track in tracks where !track.reads.isEmpty {
        let (wasCompared, violation) = look(at: track, writes, index)
        observed += wasCompared ? 1 : 0
        if let violation { violations.append(violation) }
      }
    }
    return CheckResult(checker: name, observed: observed, violations: violations)
  }

  private func look(
    at track: Track, _ writes: [Int], _ index: HistoryIndex
  ) -> (wasCompared: Bool, violation: CheckResult.Violation?) {
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

extension HistoryIndex {
  /// Whether others than this run change it, too.
  func isShared(_ subject: Subject) -> Bool { entities[subject.entity].isShared ?? false }
}
