/// One quantile of a link in the runs of a baseline and in new ones.
public struct GateComparison: Sendable, Hashable {
  /// How many runs of either a comparison takes at least.
  public static let baselineNeeded = 8
  public static let newNeeded = 4
  /// A difference is not chance where chance makes one like it this rarely.
  public static let significance = 0.01

  public var baseline: Side
  public var new: Side
  /// How much worse may be: the share that the rule allows, or the median width of the intervals
  /// where that is more; `nil` without both sides.
  public var allowed: Nanoseconds?
  /// How often chance alone makes such a difference, 0 … 1 (Mann and Whitney, both sides); `nil`
  /// without both groups of runs.
  public var chance: Double?
  /// The run that is judged belongs to the baseline itself.
  public var isOwnBaseline: Bool

  public init(
    baseline: Side, new: Side, allowed: Nanoseconds?, chance: Double?, isOwnBaseline: Bool = false
  ) {
    self.baseline = baseline
    self.new = new
    self.allowed = allowed
    self.chance = chance
    self.isOwnBaseline = isOwnBaseline
  }

  /// How many runs are missing for a comparison.
  public var baselineMissing: Int { max(0, Self.baselineNeeded - baseline.runs) }
  public var newMissing: Int { max(0, Self.newNeeded - new.runs) }

  public struct Side: Sendable, Hashable {
    /// How many runs measured the link.
    public var runs: Int
    /// The median of their quantiles; `nil` without runs, or where most never saw it.
    public var median: Nanoseconds?

    public init(runs: Int, median: Nanoseconds?) {
      self.runs = runs
      self.median = median
    }
  }
}
