/// One thing that truly happened to a change on its way from one side to the other.
package struct TruthEntry: Sendable, Equatable, Codable {
  package enum Stage: String, Sendable, Codable {
    case committed, sent, received, applied
  }

  /// The server on which it happened.
  package let server: MockServerName
  package let event: String
  package let type: String
  /// The id of what changed: a member, an order, a ledger entry.
  package let entity: String
  package let stage: Stage
  /// `CLOCK_MONOTONIC`, comparable between the processes of one machine.
  package let nanoseconds: UInt64
}
