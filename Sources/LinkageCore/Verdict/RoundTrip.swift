/// How long reads took from their sending to their answer, at the beginning and at the end.
///
/// Only those that missed the change count: an answer that shows it may take longer by itself.
public struct RoundTrip: Sendable, Hashable, Codable {
  /// The median of the first quarter.
  public var early: Nanoseconds
  /// The median of the last quarter.
  public var late: Nanoseconds
  /// How many reads these are taken from.
  public var reads: Int

  public init(early: Nanoseconds, late: Nanoseconds, reads: Int) {
    self.early = early
    self.late = late
    self.reads = reads
  }

  /// Whether reading may have slowed down what it measures: the end took more than twice as long as
  /// the beginning, by more than a millisecond, over enough reads to say so.
  public var hasGrown: Bool {
    let growth = late - early
    return reads >= 20 && growth > early && growth > .milliseconds(1)
  }
}
