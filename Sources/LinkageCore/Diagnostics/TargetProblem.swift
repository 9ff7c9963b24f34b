/// What is wrong with a target alone, or with it and the contract.
public enum TargetProblem: Sendable, Hashable {
  /// A name of a request's `let` that nothing after it uses.
  case unusedLet(name: String)
  /// The contract promises an output that no request of the operation gives.
  case missingOutput(name: String, operation: String)
  case probeOnWrite(operation: String)
  /// A `money(…)` in an output that the contract converts to money anyway.
  case convertedTwice(output: String)
  /// A `tls.ca` or `tls.cert` in which no certificate is found.
  case noCertificate(path: String)
  /// No private key in the file that `tls.key` names, or in that of `tls.cert` when it is alone.
  case noPrivateKey(path: String, isOwnFile: Bool)
  /// An encrypted private key without its password.
  case encryptedKey(path: String)
  /// A password beside a private key that is not encrypted.
  case plainKey(path: String)
  /// A key of a platform that has no meaning without TLS.
  case needsTLS(key: String, base: String)
  /// A pinned host that neither an address of the target nor a URL in its requests has.
  case unknownHost(name: String, nearest: String?, known: [String])
  /// A proxy that is no http proxy.
  case unsupportedProxy(scheme: String)
  /// An address of a proxy in whose user or password a sign stands that ends them; `proxy` is
  /// without both.
  case unencodedPassword(proxy: String)
  /// A time limit that never ends a wait, because every request is over before.
  case beyondTimeout(key: String, length: Nanoseconds, timeout: Nanoseconds)
  /// What requests of a platform need from the session is only kept on other platforms.
  case sessionOfOthers(name: String, platform: String, others: [String])
}
