/// Bounds of a sample's quantiles when each value is itself known only within bounds.
///
/// Sorting all lower and all upper ends, the k-th smallest value lies between the k-th smallest
/// of either; no assumption on the distribution is needed.
public struct SampleQuantile: Sendable, Hashable {
  let lowers: [Int64]
  let uppers: [Int64?]
  private let points: [Int64?]

  /// How many values there are.
  public var count: Int { lowers.count }

  public init(of values: [Bounds]) {
    lowers = values.map(\.lower).sorted()
    uppers = Self.sorted(values.map(\.upper))
    points = Self.sorted(values.map(\.point))
  }

  /// The bounds of quantile `p`, 0 < p ≤ 1, by the nearest rank; `nil` for an empty sample.
  public func bounds(at p: Double) -> Bounds? {
    guard !lowers.isEmpty else { return nil }
    let rank = min(max(Int((p * Double(lowers.count)).rounded(.up)), 1), lowers.count) - 1
    return Bounds(lower: lowers[rank], upper: uppers[rank], point: points[rank])
  }

  /// Never seen sorts last.
  private static func sorted(_ values: [Int64?]) -> [Int64?] {
    values.sorted { ($0 ?? .max) < ($1 ?? .max) }
  }
}
