package import LinkageCore

/// Latencies as people read them, rounded outwards so that the truth stays inside.
package enum IntervalText {
  /// `0.9–2.1 ms`; `≤ 1.4 ms` when visible at the first read; `> 10.00 s` when never seen.
  package static func text(_ latency: LatencyInterval) -> String {
    guard let upper = latency.upper else { return "> " + lowerText(latency.lower) }
    guard latency.lower.count > 0 else { return atMost(upper) }
    return between(latency.lower, upper)
  }

  static func atMost(_ upper: Nanoseconds) -> String {
    "≤ " + DurationText.text(max(.zero, upper), .up)
  }

  private static func lowerText(_ lower: Nanoseconds) -> String {
    DurationText.text(max(.zero, lower), .down)
  }

  /// Both ends share the upper one's unit unless that would round the lower one to nothing.
  private static func between(_ lower: Nanoseconds, _ upper: Nanoseconds) -> String {
    let unit = DurationText.Unit.fitting(upper.count, .up)
    let end = unit.digits(of: upper.count, .up)
    let start = unit.digits(of: lower.count, .down)
    guard start.contains(where: { ("1"..."9").contains($0) }) else {
      return "\(lowerText(lower))–\(end) \(unit.rawValue)"
    }
    return start == end ? "\(end) \(unit.rawValue)" : "\(start)–\(end) \(unit.rawValue)"
  }
}
