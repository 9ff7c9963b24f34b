/// A read repeated until a change has arrived.
public struct Sync: Sendable {
  /// The steps whose change is awaited; the clock starts at the last acknowledgement.
  public var since: [String]
  public var entity: String?
  public var until: [Located]
  public var within: Nanoseconds
  /// A definite miss of it fails the step as `Slow`.
  public var slo: Nanoseconds?
  /// Reading goes on this long after arrival, to catch a flicker.
  public var hold: Nanoseconds?
  /// The least time between two reads.
  public var spacing: Nanoseconds?
  public var stopIf: Located?
  /// How much each gap between two reads grows, as a share of the time that has passed; 0 reads at
  /// fixed intervals. No file says so.
  public var growth = 0.1

  public init(
    since: [String], entity: String?, until: [Located], within: Nanoseconds, slo: Nanoseconds?,
    hold: Nanoseconds?, spacing: Nanoseconds?, stopIf: Located?
  ) {
    self.since = since
    self.entity = entity
    self.until = until
    self.within = within
    self.slo = slo
    self.hold = hold
    self.spacing = spacing
    self.stopIf = stopIf
  }
}
