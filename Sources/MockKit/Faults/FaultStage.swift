/// Where on a change's way a fault sets in.
package enum FaultStage: String, Sendable, Hashable, Codable, CaseIterable {
  /// In the transaction that makes the change, and in what is done for whoever asks for it.
  case enqueue
  case send, receive, apply
  /// When somebody reads.
  case read
}
