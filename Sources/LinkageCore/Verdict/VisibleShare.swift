/// How many changes of a link were visible by a time.
public struct VisibleShare: Sendable, Hashable, Codable {
  public var by: Nanoseconds
  /// So many of the writes certainly were, so many may have been.
  public var least: Int
  public var most: Int
  /// The share of all changes, 0 … 1, between bounds that hold it with 95 % or more.
  public var lower: Double
  public var upper: Double

  public init(by: Nanoseconds, least: Int, most: Int, lower: Double, upper: Double) {
    self.by = by
    self.least = least
    self.most = most
    self.lower = lower
    self.upper = upper
  }
}
