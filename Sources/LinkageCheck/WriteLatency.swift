import LinkageCore
import LinkageStatistics

/// When the change of one write was visible wherever it was looked for.
///
/// Several probes of one write see one synchronisation: together they are one independent sample.
/// It is the latest of them, which lies between the greatest lower and the greatest upper bound.
struct WriteLatency {
  var acknowledged: Instant
  var latency: Bounds
  var sinceSent: Bounds
  var sincePlanned: Bounds?
  /// Whether it was visible by the deadline.
  var inTime: LimitAnswer

  /// In the order in which they were first seen. Measurements count from the same write where they
  /// were made in one case and count from the same acknowledgement.
  static func all(of samples: [LinkSample]) -> [WriteLatency] {
    struct Write: Hashable {
      var scenario: Int
      var acknowledged: Instant
    }
    var positions: [Write: Int] = [:]
    var found: [WriteLatency] = []
    for sample in samples {
      let latency = WriteLatency(sample.measurement)
      let write = Write(scenario: sample.scenario, acknowledged: latency.acknowledged)
      if let position = positions[write] {
        found[position].join(latency)
      } else {
        positions[write] = found.count
        found.append(latency)
      }
    }
    return found
  }

  /// On the clock itself, not since the acknowledgement.
  var moment: Bounds {
    let start = acknowledged.nanoseconds
    return Bounds(
      lower: start + latency.lower, upper: latency.upper.map { start + $0 }, point: nil)
  }

  private init(_ measurement: Measurement) {
    acknowledged = measurement.acknowledged
    latency = measurement.latency.bounds
    sinceSent = measurement.sinceSent.bounds
    sincePlanned = measurement.sincePlanned?.bounds
    inTime = measurement.latency.answer(to: measurement.within)
  }

  private mutating func join(_ other: WriteLatency) {
    latency = Self.later(latency, other.latency)
    sinceSent = Self.later(sinceSent, other.sinceSent)
    if let mine = sincePlanned, let theirs = other.sincePlanned {
      sincePlanned = Self.later(mine, theirs)
    }
    inTime = [.beyond, .undecided].first { $0 == inTime || $0 == other.inTime } ?? .within
  }

  private static func later(_ a: Bounds, _ b: Bounds) -> Bounds {
    Bounds(
      lower: max(a.lower, b.lower), upper: later(a.upper, b.upper), point: later(a.point, b.point))
  }

  /// Never is later than anything.
  private static func later(_ a: Int64?, _ b: Int64?) -> Int64? {
    if let a, let b { max(a, b) } else { nil }
  }
}
