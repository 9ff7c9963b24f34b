/// One thing that truly happened to a change on its way from one side to the other.
package struct TruthEntry: Sendable, Equatable, Codable {
  package enum Stage: String, Sendable, Codable {
    /// On the side of the change: its transaction is done.
    case committed
    /// An attempt to deliver it begins.
    case sent
    /// A signed delivery has arrived at the other side.
    case received
    /// On the other side: readers can see it from here on. Known within `notBefore` and
    /// `nanoseconds`, just after the commit: not before the transaction was asked for where readers
    /// wait for it, else not before the moment just before the commit.
    case visible
    /// On the other side: its transaction is done.
    case applied
    /// A fault has set in.
    case fault
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
  /// Where a stage is known within bounds: it was not before this. Otherwise absent.
  package let notBefore: UInt64?
  /// The id of the fault; absent from every other stage.
  package let fault: String?
}
