import LinkageCore

/// A share of one step of a schedule, 0 ..< 1, drawn from the run's seed and the probe's name.
enum Phase {
  static func share(
    seed: UInt64, scenario: String, step: String, position: Int
  ) -> Double {
    let hash = StableHash("\(scenario)/\(step)@\(position)", seed: seed).value
    return Double(StableHash.spread(hash) >> 11) / Double(1 << 53)
  }
}
