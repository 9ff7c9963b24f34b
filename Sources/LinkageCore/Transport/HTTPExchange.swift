public struct HTTPExchange: Sendable {
  public var result: Result<HTTPAnswer, TransportFailure>
  /// When the request's first byte was written to the socket.
  public var sent: Instant
  /// When the last byte of the answer, or the failure, was seen.
  public var received: Instant
  public var phases: Phases
  public var wire: Wire
  /// The `Cookie` header of the first request as it was sent; `nil` where it had none.
  public var cookie: String?

  public init(
    result: Result<HTTPAnswer, TransportFailure>, sent: Instant, received: Instant, phases: Phases,
    wire: Wire = .nothing, cookie: String? = nil
  ) {
    self.result = result
    self.sent = sent
    self.received = received
    self.phases = phases
    self.wire = wire
    self.cookie = cookie
  }
}
