/// One repetition of a repeated step; the plan has a step for each.
public struct Round: Sendable, Hashable, Codable {
  /// From 1.
  public var number: Int
  public var count: Int
  /// From the start of one to the start of the next; at once without.
  public var every: Nanoseconds?

  public init(number: Int, count: Int, every: Nanoseconds?) {
    self.number = number
    self.count = count
    self.every = every
  }
}
