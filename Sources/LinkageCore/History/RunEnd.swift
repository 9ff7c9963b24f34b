/// The whole run is over.
public struct RunEnd: Sendable, Hashable, Codable {
  public var wasInterrupted: Bool
  /// How late the loops' timers were.
  public var lateness: Lateness?

  public init(wasInterrupted: Bool, lateness: Lateness?) {
    self.wasInterrupted = wasInterrupted
    self.lateness = lateness
  }

  public struct Lateness: Sendable, Hashable, Codable {
    public var p50: Nanoseconds
    public var p99: Nanoseconds
    public var max: Nanoseconds

    public init(p50: Nanoseconds, p99: Nanoseconds, max: Nanoseconds) {
      self.p50 = p50
      self.p99 = p99
      self.max = max
    }
  }
}
