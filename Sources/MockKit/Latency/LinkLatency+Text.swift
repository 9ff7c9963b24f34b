extension LinkLatency: CustomStringConvertible {
  /// How people may write one.
  package static let forms =
    "300ms, 5ms..50ms, 200ms±10ms, exponential 20ms, lognormal 20ms 0.5, pareto 20ms 1.5, "
    + "90% 5ms + 10% 1s"

  /// As it can be read again: `300ms`, `5ms..50ms`, `90% 5ms + 10% exponential 200ms`.
  package var description: String {
    switch self {
    case .fixed(let length): Self.text(length)
    case .uniform(let from, let to): "\(Self.text(from))..\(Self.text(to))"
    case .normal(let mean, let deviation): "\(Self.text(mean))±\(Self.text(deviation))"
    case .exponential(let mean): "exponential \(Self.text(mean))"
    case .lognormal(let median, let spread): "lognormal \(Self.text(median)) \(spread)"
    case .pareto(let least, let shape): "pareto \(Self.text(least)) \(shape)"
    case .mixture(let parts):
      parts.map { "\(Self.number($0.share * 100))% \($0.latency)" }.joined(separator: " + ")
    }
  }

  private static func text(_ length: Duration) -> String {
    "\(number(length / .milliseconds(1)))ms"
  }

  private static func number(_ value: Double) -> String {
    // A millionth is less than anybody asks for and hides what binary fractions add.
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? String(Int64(rounded)) : String(rounded)
  }
}
