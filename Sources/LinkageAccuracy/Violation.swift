package import LinkageCore

/// A write whose true latency lies outside the measured interval.
package struct Violation: Sendable, Hashable {
  package let entity: String
  /// What was measured since the acknowledgement.
  package let latency: LatencyInterval
  /// The truth on the same scale: not before, not after.
  package let truth: ClosedRange<Nanoseconds>
}
