/// How an operation ended.
public enum Outcome: Sendable, Hashable, Codable {
  /// It happened.
  case ok
  /// It definitely did not: a named error.
  case refused(error: String)
  /// Nobody knows: time-out, lost connection, 5xx that no rule names.
  case unknown(reason: TransportFailure?, status: Int?)
  /// An answer that no rule covers; treated as unknown.
  case unexpected(status: Int, detail: String?)
  /// It was definitely never sent.
  case unreachable(TransportFailure)
}
