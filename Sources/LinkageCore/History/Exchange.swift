/// One request and what came back, secrets masked.
public struct Exchange: Sendable, Hashable, Codable {
  public var platform: String
  public var method: String
  public var url: String
  public var headers: [HeaderField]
  public var body: String?
  public var status: Int?
  public var answerHeaders: [HeaderField]
  public var answer: String?
  public var failure: TransportFailure?
  public var sent: Instant
  public var received: Instant
  public var phases: Phases
  /// `nil` in runs stored before it was recorded.
  public var wire: Wire?
  /// `nil` in runs stored before it was recorded.
  public var facts: RequestFacts?

  public init(
    platform: String, method: String, url: String, headers: [HeaderField], body: String?,
    status: Int?, answerHeaders: [HeaderField], answer: String?, failure: TransportFailure?,
    sent: Instant, received: Instant, phases: Phases,
    wire: Wire? = nil, facts: RequestFacts? = nil
  ) {
    self.platform = platform
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.status = status
    self.answerHeaders = answerHeaders
    self.answer = answer
    self.failure = failure
    self.sent = sent
    self.received = received
    self.phases = phases
    self.wire = wire
    self.facts = facts
  }
}
