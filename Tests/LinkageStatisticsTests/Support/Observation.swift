import Foundation
import LinkageStatistics

/// How a latency is distributed, and how it is observed; in nanoseconds.
enum Distribution: CaseIterable {
  case exponential, uniform, concentrated, twoPeaks

  /// The latency below which a share lies.
  func quantile(_ share: Double) -> Int64 {
    switch self {
    case .exponential: Int64(-log(1 - share) * 2e8)
    case .uniform: Int64(share * 1e9)
    case .concentrated: Int64(2e8 + (share - 0.5) * 2e6)
    case .twoPeaks: Int64(share < 0.7 ? 1e6 + share * 1e6 : 5e8 + share * 1e6)
    }
  }
}

/// What reads at the given ends of a grid tell of a latency.
struct Observation {
  /// How far apart reads are, in nanoseconds, and when the last one is sent.
  var spacing: Int64
  var deadline: Int64

  /// A read is answered half a spacing after it was sent; where it was served is chance.
  func bounds(of latency: Int64, using random: inout some RandomNumberGenerator) -> Bounds {
    let phase = Int64.random(in: 0..<spacing, using: &random)
    var (lower, sent) = (Int64(-1_000_000), -phase)
    while sent <= deadline {
      let served = sent + Int64.random(in: 0...(spacing / 2), using: &random)
      if served >= latency {
        return Bounds(lower: lower, upper: sent + spacing / 2, point: nil)
      }
      lower = max(lower, sent)
      sent += spacing
    }
    return Bounds(lower: lower, upper: nil, point: nil)
  }
}
