/// Whether the values of one group tend to be greater than those of another, without any assumption
/// on how they are distributed (Mann and Whitney, Ann. Math. Statist. 18, 1947).
///
/// The probability is exact, also with ties: of all ways to choose as many of the pooled values, the
/// share whose ranks sum up to as much or more. Takes some n²·m² steps for n values in all and m in
/// the first group: for groups of some dozens.
public struct MannWhitney: Sendable, Hashable {
  /// The number of pairs in which the first group's value is the greater one; of a tie, half.
  public var statistic: Double
  /// How often chance alone makes the statistic as great or greater, 0 … 1.
  public var greater: Double
  /// How often chance alone makes the groups differ as much, whichever is the greater one, 0 … 1: twice
  /// `greater` where the first one is.
  public var different: Double { min(1, 2 * greater) }

  /// `nil` where a group is empty.
  public init?(_ first: [Double], over second: [Double]) {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let ranks = Self.doubledRanks(of: first + second)
    let sum = ranks[..<first.count].reduce(0, +)
    statistic = Double(sum - first.count * (first.count + 1)) / 2
    let ways = Self.ways(toSum: ranks, choosing: first.count)
    greater = ways[min(sum, ways.count)...].reduce(0, +) / ways.reduce(0, +)
  }

  /// Twice each value's rank from 1; tied values share the mean of theirs, which doubled is whole.
  private static func doubledRanks(of values: [Double]) -> [Int] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = Array(repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for position in start..<end { ranks[order[position]] = start + end + 1 }
      start = end
    }
    return ranks
  }

  /// In how many ways so many of the ranks sum up to each total.
  private static func ways(toSum ranks: [Int], choosing count: Int) -> [Double] {
    let most = ranks.sorted().suffix(count).reduce(0, +)
    var ways = Array(repeating: Array(repeating: 0.0, count: most + 1), count: count + 1)
    ways[0][0] = 1
    for rank in ranks {
      for chosen in stride(from: count, to: 0, by: -1) where rank <= most {
        for total in rank...most { ways[chosen][total] += ways[chosen - 1][total - rank] }
      }
    }
    return ways[count]
  }
}
