/// A length of time: CEL's `duration`. Both parts have the same sign or are 0.
///
/// CEL's range is ±315,576,000,000 s (about 10,000 years); a value may lie outside, `isInRange` tells.
public struct TimeSpan: Sendable, Hashable {
  public let seconds: Int64
  /// -999,999,999 to 999,999,999.
  public let nanoseconds: Int32

  /// Nanoseconds beyond one second are carried over to the seconds and the signs are made equal.
  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    var whole = seconds &+ Int64(nanoseconds / 1_000_000_000)
    var part = nanoseconds % 1_000_000_000
    if whole > 0 && part < 0 {
      whole -= 1
      part += 1_000_000_000
    } else if whole < 0 && part > 0 {
      whole += 1
      part -= 1_000_000_000
    }
    self.seconds = whole
    self.nanoseconds = part
  }

  /// A length given in nanoseconds.
  public init(nanoseconds: Int64) {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    self.init(seconds: seconds, nanoseconds: Int32(rest))
  }

  public static let zero = TimeSpan(seconds: 0)
  static let limit: Int64 = 315_576_000_000

  public var isInRange: Bool {
    seconds.magnitude < Self.limit.magnitude
      || (seconds.magnitude == Self.limit.magnitude && nanoseconds == 0)
  }

  /// All of it in nanoseconds; nil when that does not fit 64 bits (about 292 years).
  public var totalNanoseconds: Int64? {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carried) = product.addingReportingOverflow(Int64(nanoseconds))
    return overflow || carried ? nil : sum
  }

  /// The same length backwards.
  public var negated: TimeSpan { TimeSpan(seconds: 0 &- seconds, nanoseconds: -nanoseconds) }

  /// The sum; nil outside CEL's range.
  public func adding(_ other: TimeSpan) -> TimeSpan? {
    let (sum, overflow) = seconds.addingReportingOverflow(other.seconds)
    guard !overflow, sum.magnitude < 1 << 62 else { return nil }
    let result = TimeSpan(seconds: sum, nanoseconds: nanoseconds + other.nanoseconds)
    return result.isInRange ? result : nil
  }
}

extension TimeSpan: Comparable {
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
