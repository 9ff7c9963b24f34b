/// Why there was no answer.
package enum WireError: Error, Sendable, Equatable {
  case badAddress(String)
  case unreachable(String)
  case timedOut(after: Duration)
  /// The connection ended or spoke something else than HTTP before the answer was whole.
  case broken(String)
  case closed
}
