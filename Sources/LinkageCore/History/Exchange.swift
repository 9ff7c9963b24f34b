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

  public init(
    platform: String, method: String, url: String, headers: [HeaderField], body: String?,
    status: Int?, answerHeaders: [HeaderField], answer: String?, failure: TransportFailure?,
    sent: Instant, received: Instant, phases: Phases
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
  }
}

/// A header as it was sent; names of answers are lower case.
public struct HeaderField: Sendable, Hashable, Codable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// libcurl's own times of one exchange, in microseconds since its start.
public struct Phases: Sendable, Hashable, Codable {
  public var name: Int64
  public var connect: Int64
  public var tls: Int64
  public var firstByte: Int64
  public var total: Int64
  /// Whether an open connection was used again.
  public var reused: Bool

  public init(
    name: Int64, connect: Int64, tls: Int64, firstByte: Int64, total: Int64, reused: Bool
  ) {
    self.name = name
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
    self.reused = reused
  }

  public static let zero = Phases(
    name: 0, connect: 0, tls: 0, firstByte: 0, total: 0, reused: false)
}
