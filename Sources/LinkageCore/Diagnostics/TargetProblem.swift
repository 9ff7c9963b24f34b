/// What is wrong with a target alone, or with it and the contract.
public enum TargetProblem: Sendable, Hashable {
  /// A name of a request's `let` that nothing after it uses.
  case unusedLet(name: String)
  /// The contract promises an output that no request of the operation gives.
  case missingOutput(name: String, operation: String)
  case probeOnWrite(operation: String)
  /// A `money(…)` in an output that the contract converts to money anyway.
  case convertedTwice(output: String)
  /// A `tls.ca` in which no certificate is found.
  case noCertificate(path: String)
  /// What requests of a platform need from the session is only kept on other platforms.
  case sessionOfOthers(name: String, platform: String, others: [String])
}
