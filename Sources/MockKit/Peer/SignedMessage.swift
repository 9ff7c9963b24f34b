import Foundation

/// A message for the other platform, to be signed when it is sent.
struct SignedMessage: Sendable {
  let id: String
  /// Such as `order.pay`.
  let type: String
  let body: Data
  let trace: Traceparent
  /// In which life of the set it was made; where it is absent, in that in which it is sent.
  var life: UInt64?
  /// 1 for the first.
  var attempt = 1
}
