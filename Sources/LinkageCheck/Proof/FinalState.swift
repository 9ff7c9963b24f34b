import LinkageCore

/// Looks at the end of a track: is what was acknowledged there for good?
struct FinalState {
  let index: HistoryIndex
  let track: Track
  /// All that happened to it, on any platform.
  let writes: [Int]

  private var entity: Int { index.subjects[track.subject].entity }
  private var wait: Nanoseconds { index.settling(entity) }

  /// The answered reads after some write was acknowledged: how much there was to look at.
  var hasReadAfterWrite: Bool {
    guard let first = writes.map({ index.received(at: $0) }).min() else { return false }
    return track.reads.contains { index.began(at: $0) > first }
  }

  /// What is not there in the end, and the reads that say so.
  var missing: (what: Missing, reads: LastReads)? {
    guard let reads = lastReads else { return nil }
    let began = index.operation(of: reads.first).began
    let settled = writes.filter { index.received(at: $0) + wait < began }
      .map { index.observations[$0] }.filter { $0.presence == .present }
    guard !settled.isEmpty else { return nil }
    let found = absent(settled, reads) ?? older(settled, reads) ?? entry(settled, reads)
    return found.map { ($0, reads) }
  }

  private var lastReads: LastReads? {
    let quiet = track.reads.filter {
      index.isQuiet(index.observations[$0], after: wait)
    }
    guard let last = quiet.max(by: { began($0) < began($1) }) else { return nil }
    let before = quiet.filter { index.received(at: $0) < began(last) }
    guard let first = before.max(by: { began($0) < began($1) }) else { return nil }
    return LastReads(first: index.observations[first], second: index.observations[last])
  }

  private func began(_ place: Int) -> Instant { index.began(at: place) }

  private func absent(_ writes: [Observation], _ reads: LastReads) -> Missing? {
    guard reads.both.allSatisfy({ $0.presence == .absent }) else { return nil }
    return writes.first { write in
      reads.both.allSatisfy {
        index.provesAbsence($0, index.operation(of: $0), known: write)
      }
    }.map { Missing(write: $0) }
  }

  private func older(_ writes: [Observation], _ reads: LastReads) -> Missing? {
    var frontier = Frontier(index.orders[entity])
    for write in writes { frontier.insert(write) }
    guard reads.both.allSatisfy({ $0.presence == .present }),
      frontier.newer(than: reads.first) != nil,
      let (write, field) = frontier.newer(than: reads.second)
    else { return nil }
    return Missing(
      write: write, field: field, facts: index.facts(field, due: write, found: reads.second))
  }

  private func entry(_ writes: [Observation], _ reads: LastReads) -> Missing? {
    guard let ledger = index.orders[entity].ledger,
      !index.people[index.operation(of: reads.second).person].hasChanged
    else { return nil }
    let entries = LedgerEntries(ledger: ledger)
    guard let first = entries.listed(in: reads.first), let second = entries.listed(in: reads.second)
    else { return nil }
    for write in writes {
      guard let made = entries.made(by: write), !first.contains(made), !second.contains(made)
      else { continue }
      return Missing(write: write, field: ledger.entries, facts: [.init("expected", made)])
    }
    return nil
  }

  /// The writes of other platforms that the last read shows.
  var arrived: [Observation] {
    let last = track.reads.map { index.observations[$0] }.last { $0.presence == .present }
    guard let last else { return [] }
    let read = index.operation(of: last)
    let entries = index.orders[entity].ledger.map(LedgerEntries.init)
    let listed = entries?.listed(in: last)
    return writes.map { index.observations[$0] }.filter { write in
      let operation = index.operation(of: write)
      guard operation.platform != track.platform, operation.received < read.began,
        index.orders[entity].older(last, than: write) == nil
      else { return false }
      guard let listed, let made = entries?.made(by: write) else { return true }
      return listed.contains(made)
    }
  }
}
