import LinkageCore
import LinkageStatistics

/// What the reads of one probe tell besides when the change arrived.
extension Measuring {
  /// A condition that stands alone took as long as the change.
  func conditionLatencies(since acknowledged: Instant) -> [ConditionLatency] {
    guard outline.expectations.count > 1 else { return [] }
    return outline.expectations.indices.map { index in
      let visibility = visibility(of: timed { holds([index], in: $0) })
      return ConditionLatency(
        expectation: index, latency: interval(visibility.first, since: acknowledged),
        missedAgain: visibility.missedAgain.map { Instant($0) - acknowledged })
    }
  }

  var roundTrip: RoundTrip? {
    RoundTrip(
      of: misses.compactMap { read in
        read.firstSent.flatMap { sent in read.received.map { (sent, $0) } }
      })
  }

  /// When the condition of `stop_if` came true: in a read by that number, and in none before it.
  func stopped(by number: Int) -> LatencyInterval? {
    guard let sent = write.sent, let acknowledged = write.received,
      let position = reads.firstIndex(where: { $0.read == number })
    else { return nil }
    let before = reads[..<position].filter { shows($0) != nil }
    let seen = timed(before) { _ in false } + timed([reads[position]]) { _ in true }
    let visibility = Visibility(of: seen, writeSent: sent.nanoseconds)
    return interval(visibility.first, since: acknowledged)
  }
}
