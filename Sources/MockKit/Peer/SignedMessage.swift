import Foundation

/// A message for the other platform, to be signed when it is sent.
struct SignedMessage: Sendable {
  let id: String
  let body: Data
  let trace: Traceparent
  /// In which life of the set it was made.
  let life: UInt64
}
