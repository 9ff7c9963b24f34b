/// What became of one request; a reference, as everything that waited for it passes it on.
public final class HTTPExchange: Sendable {
  public let result: Result<HTTPAnswer, TransportFailure>
  /// When the request's first byte was written to the socket.
  public let sent: Instant
  /// When the last byte of the answer, or the failure, was seen.
  public let received: Instant
  public let phases: Phases
  public let wire: Wire
  /// The `Cookie` header of the first request as it was sent; `nil` where it had none.
  public let cookie: String?

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
