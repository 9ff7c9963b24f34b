/// A length of time in whole nanoseconds; negative when it reaches into the past.
public struct Nanoseconds: Sendable, Hashable, Comparable, AdditiveArithmetic {
  public var count: Int64

  public init(_ count: Int64) { self.count = count }

  public static let zero = Nanoseconds(0)

  public static func microseconds(_ n: Int64) -> Nanoseconds { Nanoseconds(n * 1_000) }
  public static func milliseconds(_ n: Int64) -> Nanoseconds { Nanoseconds(n * 1_000_000) }
  public static func seconds(_ n: Int64) -> Nanoseconds { Nanoseconds(n * 1_000_000_000) }

  /// The same length in seconds, rounded to the nearest double.
  public var seconds: Double { Double(count) / 1e9 }
  /// The same length in milliseconds, rounded to the nearest double.
  public var milliseconds: Double { Double(count) / 1e6 }

  /// The same length in whole milliseconds, rounded up; not for what reaches into the past.
  public var millisecondsRoundedUp: Int64 { (count + 999_999) / 1_000_000 }

  public static func < (a: Nanoseconds, b: Nanoseconds) -> Bool { a.count < b.count }
  public static func + (a: Nanoseconds, b: Nanoseconds) -> Nanoseconds {
    Nanoseconds(a.count + b.count)
  }
  public static func - (a: Nanoseconds, b: Nanoseconds) -> Nanoseconds {
    Nanoseconds(a.count - b.count)
  }
}

extension Nanoseconds: Codable {
  public init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}
