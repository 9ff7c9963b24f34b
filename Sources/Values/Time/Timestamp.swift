/// A point in time: whole seconds since 1970-01-01T00:00:00Z and the nanoseconds after them.
///
/// CEL's range is 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z; a value may lie outside,
/// `isInRange` tells.
public struct Timestamp: Sendable, Hashable {
  public let seconds: Int64
  /// 0 to 999,999,999, also before 1970.
  public let nanoseconds: Int32

  /// Nanoseconds outside one second are carried over to the seconds.
  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    let carry = Int64(nanoseconds).flooredDivision(by: 1_000_000_000)
    self.seconds = seconds &+ carry.quotient
    self.nanoseconds = Int32(carry.remainder)
  }

  public static let earliest = Timestamp(seconds: -62_135_596_800)
  public static let latest = Timestamp(seconds: 253_402_300_799, nanoseconds: 999_999_999)

  public var isInRange: Bool { self >= Self.earliest && self <= Self.latest }

  /// The time `span` later; nil outside CEL's range.
  public func adding(_ span: TimeSpan) -> Timestamp? {
    let (sum, overflow) = seconds.addingReportingOverflow(span.seconds)
    guard !overflow, sum.magnitude < 1 << 62 else { return nil }
    let result = Timestamp(seconds: sum, nanoseconds: nanoseconds + span.nanoseconds)
    return result.isInRange ? result : nil
  }

  /// The time from `start` to this; nil when its seconds do not fit 64 bits.
  public func since(_ start: Timestamp) -> TimeSpan? {
    let (difference, overflow) = seconds.subtractingReportingOverflow(start.seconds)
    guard !overflow, difference.magnitude < 1 << 62 else { return nil }
    return TimeSpan(seconds: difference, nanoseconds: nanoseconds - start.nanoseconds)
  }
}

extension Timestamp: Comparable {
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

extension FixedWidthInteger {
  /// Division that rounds down, so the remainder is never negative.
  package func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
