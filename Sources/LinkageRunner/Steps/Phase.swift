/// A share of one step of a schedule, 0 ..< 1, drawn from the run's seed and the probe's name.
enum Phase {
  static func share(
    seed: UInt64, scenario: String, step: String, position: Int
  ) -> Double {
    var hash = seed ^ 0xcbf2_9ce4_8422_2325
    for byte in "\(scenario)/\(step)@\(position)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    // SplitMix64's finaliser spreads what FNV leaves close together.
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((hash ^ (hash >> 31)) >> 11) / Double(1 << 53)
  }
}
