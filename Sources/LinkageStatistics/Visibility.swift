/// One read of a probe, its times in nanoseconds on one monotonic clock.
public struct Read: Sendable, Hashable {
  public var sent: Int64
  public var received: Int64
  /// Whether it shows the change; `nil` when it says nothing (time-out, lost connection).
  public var shows: Bool?

  public init(sent: Int64, received: Int64, shows: Bool?) {
    self.sent = sent
    self.received = received
    self.shows = shows
  }
}

/// The moment at which something happened lies in `(lower, upper]`, in nanoseconds.
public struct Bounds: Sendable, Hashable {
  public var lower: Int64
  /// `nil` when it was never seen.
  public var upper: Int64?
  /// The best single guess; `nil` when it was never seen.
  public var point: Int64?

  public init(lower: Int64, upper: Int64?, point: Int64?) {
    self.lower = lower
    self.upper = upper
    self.point = point
  }
}

/// When a change became visible, as far as the reads of it can tell.
///
/// Sound without any assumption on the network: a read that shows the change was answered after
/// it became visible, one that does not was sent before.
public struct Visibility: Sendable, Hashable {
  /// First visible in these bounds.
  public var first: Bounds
  /// Visible for good in these bounds; `nil` when it never flickered.
  public var stable: Bounds?
  /// When the first of the reads was sent that missed the change after it had been seen: proof of a
  /// flicker. Reads that overlap prove none, since the one sent first may have been served last.
  public var missedAgain: Int64?

  public var flickered: Bool { missedAgain != nil }

  /// - Parameters:
  ///   - reads: in any order.
  ///   - writeSent: when the write was sent; nothing is visible before.
  public init(of reads: [Read], writeSent: Int64) {
    let shown = reads.filter { $0.shows == true }
    let missed = reads.filter { $0.shows == false }
    let seen = shown.map(\.received).min()
    let missedAgain = seen.flatMap { seen in missed.map(\.sent).filter { $0 > seen }.min() }
    self.missedAgain = missedAgain
    let flickered = missedAgain != nil
    // What comes and goes may have come before the earliest miss, too: only the upper bound is left.
    first = Self.bounds(shown: shown, missed: flickered ? [] : missed, floor: writeSent)
    stable = flickered ? Self.stable(shown: shown, missed: missed, floor: writeSent) : nil
  }

  private static func stable(shown: [Read], missed: [Read], floor: Int64) -> Bounds? {
    guard let last = missed.map(\.sent).max() else { return nil }
    return bounds(shown: shown.filter { $0.sent > last }, missed: missed, floor: floor)
  }

  private static func bounds(shown: [Read], missed: [Read], floor: Int64) -> Bounds {
    guard let hit = shown.min(by: { $0.received < $1.received }) else {
      return Bounds(lower: max(floor, missed.map(\.sent).max() ?? floor), upper: nil, point: nil)
    }
    let upper = hit.received
    let miss = missed.filter { $0.sent < upper }.max { $0.sent < $1.sent }
    let lower = max(floor, miss?.sent ?? floor)
    // Without a miss there is nothing but the bounds themselves to guess from.
    let guess = miss.map { (middle($0) + middle(hit)) / 2 } ?? (lower + upper) / 2
    return Bounds(lower: lower, upper: upper, point: min(max(guess, lower), upper))
  }

  private static func middle(_ read: Read) -> Int64 {
    read.sent + (read.received - read.sent) / 2
  }
}
