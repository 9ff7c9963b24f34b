import LinkageCore

extension Measurement {
  /// Whether `a` took longer than `b`; one that never arrived took longest.
  static func isWorse(_ a: Measurement?, _ b: Measurement?) -> Bool {
    guard let a else { return false }
    guard let b else { return true }
    switch (a.latency.upper, b.latency.upper) {
    case (nil, nil): return a.latency.lower > b.latency.lower
    case (nil, _): return true
    case (_, nil): return false
    case (let first?, let second?): return first > second
    }
  }
}
