/// A moment on the monotonic clock of the process that ran the journeys, in nanoseconds.
///
/// Only differences mean anything; `RunHeader.startedWall` ties a run to the calendar.
public struct Instant: Sendable, Hashable, Comparable {
  public var nanoseconds: Int64

  public init(_ nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.nanoseconds < b.nanoseconds }
  public static func - (a: Instant, b: Instant) -> Nanoseconds {
    Nanoseconds(a.nanoseconds - b.nanoseconds)
  }
  public static func + (a: Instant, b: Nanoseconds) -> Instant {
    Instant(a.nanoseconds + b.count)
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    nanoseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(nanoseconds)
  }
}
