/// Quantiles of whole numbers by the nearest rank.
struct Ranks {
  private let sorted: [Int64]

  init(_ values: [Int64]) { sorted = values.sorted() }

  /// `nil` for an empty sample.
  func quantile(_ share: Double) -> Int64? {
    guard !sorted.isEmpty else { return nil }
    let rank = Int((share * Double(sorted.count)).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }
}
