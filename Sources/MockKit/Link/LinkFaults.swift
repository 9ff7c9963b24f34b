/// What is wrong with one direction of the link.
package struct LinkFaults: Sendable, Equatable {
  /// Each event is held that long from its commit; events do not wait for each other's delay.
  package var latency: LinkLatency
  /// Nothing is delivered; events stay in the outbox.
  package var down: Bool

  package init(latency: LinkLatency = .zero, down: Bool = false) {
    self.latency = latency
    self.down = down
  }
}
