package import MockKit

/// What was left when a set was stopped.
package struct MockStopReport: Sendable, Equatable {
  /// Events that stayed in the outbox, for each direction this set carried.
  package let undelivered: [LinkDirection: Int]
}
