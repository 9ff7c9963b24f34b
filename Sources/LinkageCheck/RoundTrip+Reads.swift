import LinkageCore

extension RoundTrip {
  /// - Parameter reads: when each was sent and answered, in any order; `nil` without any.
  init?(of reads: [(sent: Instant, received: Instant)]) {
    let took = reads.sorted { $0.sent < $1.sent }.map { $0.received - $0.sent }
    self.init(early: took, late: took, reads: took.count)
  }

  /// - Parameter measurements: of one link, in any order; `nil` where none of their reads missed.
  init?(of measurements: some Collection<Measurement>) {
    let trips = measurements.compactMap { measurement in
      measurement.roundTrip.map { (at: measurement.acknowledged, $0) }
    }.sorted { $0.at < $1.at }.map(\.1)
    self.init(
      early: trips.map(\.early), late: trips.map(\.late), reads: trips.reduce(0) { $0 + $1.reads })
  }

  /// The median of the first quarter of the one and that of the last quarter of the other.
  private init?(early: [Nanoseconds], late: [Nanoseconds], reads: Int) {
    let quarter = max(1, early.count / 4)
    guard let first = LowerMedian.of(Array(early.prefix(quarter))),
      let last = LowerMedian.of(Array(late.suffix(quarter)))
    else { return nil }
    self.init(early: first, late: last, reads: reads)
  }
}
