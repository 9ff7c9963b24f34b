import LinkageCore

/// Goes through later operations in the order in which they began, each with all earlier ones that
/// were ready by then. Overlapping operations prove nothing.
struct Sweep {
  /// As indices into the observations.
  var earlier: [Int]
  var later: [Int]
  let index: HistoryIndex

  /// - Parameters:
  ///   - delay: how long after its answer an earlier one counts; a later one counts if it began after
  ///     that.
  ///   - look: false ends it.
  func run(
    after delay: Nanoseconds = .zero, take: (Observation) -> Void, look: (Observation) -> Bool
  ) {
    let first = earlier.map { (at: index.received(at: $0) + delay, place: $0) }
      .sorted { ($0.at, $0.place) < ($1.at, $1.place) }
    let second = later.map { (at: index.began(at: $0), place: $0) }
      .sorted { ($0.at, $0.place) < ($1.at, $1.place) }
    var next = 0
    for (began, place) in second {
      while next < first.count, first[next].at < began {
        take(index.observations[first[next].place])
        next += 1
      }
      if !look(index.observations[place]) { return }
    }
  }
}

extension HistoryIndex {
  /// - Parameter observation: as an index into the observations; alike below.
  func operation(at observation: Int) -> IndexedOperation {
    operations[observations[observation].operation]
  }

  /// Without a copy of the whole operation.
  func began(at observation: Int) -> Instant {
    operations[observations[observation].operation].began
  }

  func received(at observation: Int) -> Instant {
    operations[observations[observation].operation].received
  }
}
