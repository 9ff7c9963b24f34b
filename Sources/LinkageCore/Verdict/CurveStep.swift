/// In `(lower, upper]` lies the share `mass` of an estimated distribution; without `upper` it was
/// never seen.
public struct CurveStep: Sendable, Hashable, Codable {
  public var lower: Nanoseconds
  public var upper: Nanoseconds?
  public var mass: Double

  public init(lower: Nanoseconds, upper: Nanoseconds?, mass: Double) {
    self.lower = lower
    self.upper = upper
    self.mass = mass
  }
}
