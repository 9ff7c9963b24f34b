import LinkageCore
import Values

/// Whether what a read shows is behind what had been written.
struct Behind {
  /// The newest states that writes have left, and the last entry that one has made.
  struct Written {
    private(set) var frontier: Frontier
    private(set) var last: Observation?
    private(set) var entry: (value: Value, write: Observation)?
    fileprivate let entries: LedgerEntries?

    fileprivate init(_ order: FieldOrder) {
      frontier = Frontier(order)
      entries = order.ledger.map(LedgerEntries.init)
    }

    mutating func insert(_ write: Observation) {
      guard write.presence == .present else { return }
      frontier.insert(write)
      last = write
      if let made = entries?.made(by: write) { entry = (made, write) }
    }
  }

  let index: HistoryIndex
  let entity: Int

  var nothing: Written { Written(index.orders[entity]) }

  /// That a read shows an older state than was written, or lacks an entry that was.
  func violation(_ read: Observation, _ written: Written) -> CheckResult.Violation? {
    if let (newer, field) = written.frontier.newer(than: read) {
      return index.violation(
        .stale, [newer, read], field: field, facts: index.facts(field, due: newer, found: read))
    }
    guard let entries = written.entries, let entry = written.entry,
      !index.people[index.operation(of: read).person].hasChanged,
      let listed = entries.listed(in: read), !listed.contains(entry.value)
    else { return nil }
    return index.violation(
      .stale, [entry.write, read], field: entries.ledger.entries,
      facts: [.init("expected", entry.value)])
  }
}
