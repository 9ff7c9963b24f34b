/// Whether something that is known within bounds keeps to a limit. It lies in `(lower, upper]`, so a
/// limit that is the lower bound itself is broken.
public enum LimitAnswer: Sendable, Hashable {
  /// Even the upper bound is within it.
  case within
  /// Even the lower bound is beyond it.
  case beyond
  case undecided

  /// - Parameters: bounds; `nil` where there is none.
  public init(limit: Int64, lower: Int64?, upper: Int64?) {
    if let upper, upper <= limit {
      self = .within
    } else if let lower, lower >= limit {
      self = .beyond
    } else {
      self = .undecided
    }
  }
}
