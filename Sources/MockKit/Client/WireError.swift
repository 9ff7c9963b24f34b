/// Why there was no answer.
package enum WireError: Error, Sendable, Equatable {
  case badAddress(String)
  case unreachable(String)
  case timedOut(after: Duration)
  /// The connection ended or spoke something else than HTTP before the answer was whole.
  case broken(String)
  case closed
  /// The answer is longer than the request wants it.
  case tooLong(limit: Int)
}

extension WireError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badAddress(let text): "\(text) is no address"
    case .unreachable(let reason): reason
    case .timedOut(let limit): "no answer within \(limit)"
    case .broken(let reason): "the connection broke: \(reason)"
    case .closed: "the client is closed"
    case .tooLong(let limit): "the answer is too long: more than \(limit) bytes"
    }
  }
}
