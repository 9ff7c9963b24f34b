import NIOCore

/// The machine's monotonic clock, read straight, so that stamps of two processes compare.
package enum MonotonicTime {
  /// Nanoseconds of `CLOCK_MONOTONIC`.
  package static func nanoseconds() -> UInt64 { NIODeadline.now().uptimeNanoseconds }
}
