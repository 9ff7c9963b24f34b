import LinkageCore

/// What may have changed an entity by anything. Between such changes amounts are known, and each stretch
/// of time begins anew.
struct Unknowns {
  private let spans: [Spans]
  private let arrivals: Arrivals

  /// - Parameter writes: those that name it and do not say by how much they change it.
  init(_ subject: Int, writes: [IndexedOperation], _ changes: Changes, _ arrivals: Arrivals) {
    spans = [Spans(writes.map(\.change))] + changes.unknown(of: subject)
    self.arrivals = arrivals
  }

  /// Whether all that had begun by the end of a read had arrived before it.
  func haveArrived(by read: IndexedOperation) -> Bool {
    spans.allSatisfy { arrivals.time(of: $0.end(before: read.received)) <= read.began }
  }

  /// The number of the stretch that a read is in: how many had begun by its end.
  func stretch(of read: IndexedOperation) -> Int {
    spans.reduce(0) { $0 + $1.count(before: read.received) }
  }
}
