/// How long an event is held on its way, from the commit of its change to its first delivery.
package indirect enum LinkLatency: Sendable, Equatable {
  case fixed(Duration)
  /// Every length between the two is as likely.
  case uniform(Duration, Duration)
  /// What would lie below zero is zero.
  case normal(mean: Duration, deviation: Duration)
  case exponential(mean: Duration)
  /// `spread` is the standard deviation of the natural logarithm.
  case lognormal(median: Duration, spread: Double)
  /// `shape` is the tail's exponent: above 1 the mean is finite.
  case pareto(least: Duration, shape: Double)
  /// One of several; the shares add up to 1.
  case mixture([Part])

  package struct Part: Sendable, Equatable {
    package let share: Double
    package let latency: LinkLatency

    package init(share: Double, latency: LinkLatency) {
      self.share = share
      self.latency = latency
    }
  }

  package static let zero = LinkLatency.fixed(.zero)
  /// No event is held longer.
  package static let longest = Duration.seconds(3600)

  package static func milliseconds(_ count: Int) -> LinkLatency { .fixed(.milliseconds(count)) }
  package static func seconds(_ count: Int) -> LinkLatency { .fixed(.seconds(count)) }

  /// The length for one event: always the same for the same name and seed, so that neither
  /// concurrency nor the order of events changes it.
  package func length(of name: String, by hash: SeededHash) -> Duration {
    let drawn = draw("latency|\(name)", hash)
    return min(max(drawn, .zero), Self.longest)
  }

  private func draw(_ name: String, _ hash: SeededHash) -> Duration {
    switch self {
    case .fixed(let length): length
    case .uniform(let from, let to): from + (to - from) * hash.fraction(name)
    case .normal(let mean, let deviation): mean + deviation * Self.normal(name, hash)
    case .exponential(let mean): mean * -Self.logarithm(1 - hash.fraction(name))
    case .lognormal(let median, let spread):
      median * Self.exponential(spread * Self.normal(name, hash))
    case .pareto(let least, let shape):
      least * Self.exponential(-Self.logarithm(1 - hash.fraction(name)) / shape)
    case .mixture(let parts): draw(from: parts, name, hash)
    }
  }

  private func draw(from parts: [Part], _ name: String, _ hash: SeededHash) -> Duration {
    var rest = hash.fraction("\(name)|part")
    for part in parts {
      if rest < part.share { return part.latency.draw(name, hash) }
      rest -= part.share
    }
    return parts.last?.latency.draw(name, hash) ?? .zero
  }
}
