/// When the reads of one probe go out, in nanoseconds after the acknowledgement; fixed before
/// the write, so that what the reads see cannot bend it.
///
/// Geometric, tₖ = t₀(1+ε)ᵏ: the error is a fixed share of the latency whatever it turns out to
/// be, and 1 ms to 10 s takes about a hundred reads.
public struct ReadSchedule: Sendable, Hashable {
  /// Ascending; the first is 0.
  public var offsets: [Int64]
  /// Those among them that a bound needs: the read that is due to be answered by it and the one that
  /// is sent at it. Ascending; the last is the deadline.
  public private(set) var pinned: [Int64]

  /// - Parameters:
  ///   - deadline: the last read is sent at it.
  ///   - spacing: the least time between two reads, in nanoseconds.
  ///   - bounds: further moments (an SLO) that one read is answered by and one is sent at.
  ///   - roundTrip: what an answer is expected to take, in nanoseconds.
  ///   - phase: a random share of `spacing`, 0 ..< 1, by which the first gap is longer: reads of
  ///     many probes do not align with anything in the system, nor with each other, so that the
  ///     quantiles of many points come as close as if each were exact.
  ///   - growth: of each gap, as a share of the time that has passed; with 0 all are alike.
  public init(
    deadline: Int64, spacing: Int64, bounds: [Int64] = [], roundTrip: Int64, phase: Double,
    growth: Double = 0.1
  ) {
    let pinned = Self.pinned(bounds.filter { $0 < deadline } + [deadline], roundTrip: roundTrip)
    var free: [Int64] = [0]
    var ideal = Double(max(spacing, 1)) * (1 + phase)
    while true {
      let next = max(Int64(ideal), free[free.count - 1] + max(spacing, 1))
      guard next < deadline else { break }
      free.append(next)
      ideal = max(ideal, Double(next)) * (1 + growth)
    }
    let merged = Self.merge(free, pinned: pinned, spacing: spacing)
    offsets = merged
    self.pinned = pinned.filter(merged.contains)
  }

  private static func pinned(_ bounds: [Int64], roundTrip: Int64) -> [Int64] {
    Set(bounds.flatMap { [max($0 - roundTrip, 0), $0] }).sorted()
  }

  /// Pinned reads stay; free ones give way where they would come closer than `spacing`.
  private static func merge(_ free: [Int64], pinned: [Int64], spacing: Int64) -> [Int64] {
    let kept = free.filter { offset in
      offset == 0 || !pinned.contains { abs($0 - offset) < spacing }
    }
    var merged: [Int64] = []
    for offset in (kept + pinned).sorted() {
      let isLast = offset == pinned.last
      if let last = merged.last, offset - last < spacing {
        // The read at the deadline matters most: it replaces one too close before it.
        guard isLast, offset > 0 else { continue }
        if last != 0 { merged.removeLast() }
      }
      merged.append(offset)
    }
    return merged
  }
}
