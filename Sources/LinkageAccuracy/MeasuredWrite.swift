package import LinkageCore

/// One write, and what was measured of its way to the other side.
package struct MeasuredWrite: Sendable, Hashable {
  /// The id of what it made, under which the truth is found.
  package let entity: String
  /// On the clock of the truth.
  package let acknowledged: Instant
  /// Since the acknowledgement.
  package let latency: LatencyInterval
  /// How many reads it took.
  package let reads: Int

  package init(entity: String, acknowledged: Instant, latency: LatencyInterval, reads: Int) {
    self.entity = entity
    self.acknowledged = acknowledged
    self.latency = latency
    self.reads = reads
  }
}
