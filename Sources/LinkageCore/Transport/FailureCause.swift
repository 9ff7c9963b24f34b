/// What stands behind a failure, where more is known than its kind.
public indirect enum FailureCause: Sendable, Hashable, Codable {
  /// A proxy on the way, and where its address comes from.
  public struct Proxy: Sendable, Hashable, Codable {
    /// `http://host:port`, without user and password.
    public var address: String
    /// The environment's variable that names it; `nil` where the target does.
    public var variable: String?

    public init(address: String, variable: String?) {
      self.address = address
      self.variable = variable
    }
  }

  /// Its name is not known, or nobody listens there.
  case proxyUnreachable(Proxy)
  /// Its address is none.
  case proxyInvalid(Proxy)
  /// It opens no way to the platform, and answers with a status of its own.
  case tunnelRefused(Proxy, status: Int)
  case noHTTP2
  /// The server asks for a certificate of the client's, and none is given.
  case certificateWanted
  /// The server does not take the client's certificate.
  case certificateRefused
  /// The client's own certificate or key cannot be used.
  case certificateUnusable
  /// Neither side's versions of TLS are the other's.
  case tlsVersion
  /// The answer is packed in a way that cannot be undone.
  case packing
  /// The answer's body is larger than is allowed.
  case answerSize
  /// Silence for longer than is allowed.
  case idle
}
