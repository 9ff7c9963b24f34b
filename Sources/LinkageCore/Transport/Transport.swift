/// Sends requests; the tasks that use it run on its executor.
public protocol Transport: Sendable {
  /// The loop that sends: run journeys on it, so that no answer waits for another thread.
  var executor: any TaskExecutor { get }

  /// The monotonic clock that stamps every exchange.
  func now() -> Instant

  /// A new session with an empty cookie jar.
  func openSession() async -> SessionID

  /// A copy of a session as it is now; later changes of either do not touch the other.
  func snapshot(of session: SessionID) async -> SessionID

  func close(_ session: SessionID) async

  /// Sends one request and waits for its answer or failure; nothing is ever sent twice.
  func send(_ request: HTTPRequest, in session: SessionID?) async -> HTTPExchange

  /// Opens a connection and sends nothing; `nil` when somebody listens.
  func reach(_ url: String, timeout: Nanoseconds) async -> TransportFailure?

  /// Returns at or after `moment`, or as soon as the task is cancelled.
  func sleep(until moment: Instant) async

  /// How late the loop's timers were so far.
  func lateness() async -> RunEnd.Lateness?
}

/// Names a cookie jar of a transport.
public struct SessionID: Sendable, Hashable {
  public var number: Int

  public init(number: Int) {
    self.number = number
  }
}

public struct HTTPRequest: Sendable, Hashable {
  public var method: String
  public var url: String
  public var headers: [HeaderField]
  public var body: [UInt8]?
  public var timeout: Nanoseconds
  /// How many redirects are followed.
  public var follow: Int
  /// Answers larger than this, in bytes, fail.
  public var maximumAnswer: Int

  public init(
    method: String, url: String, headers: [HeaderField], body: [UInt8]?, timeout: Nanoseconds,
    follow: Int, maximumAnswer: Int
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.follow = follow
    self.maximumAnswer = maximumAnswer
  }
}

public struct HTTPAnswer: Sendable, Hashable {
  public var status: Int
  /// Names in lower case, in the order received; redirects' own headers are left out.
  public var headers: [HeaderField]
  public var body: [UInt8]
  /// The URL that answered, after redirects.
  public var url: String

  public init(status: Int, headers: [HeaderField], body: [UInt8], url: String) {
    self.status = status
    self.headers = headers
    self.body = body
    self.url = url
  }
}

public struct HTTPExchange: Sendable {
  public var result: Result<HTTPAnswer, TransportFailure>
  /// When the request's first byte was written to the socket.
  public var sent: Instant
  /// When the last byte of the answer, or the failure, was seen.
  public var received: Instant
  public var phases: Phases

  public init(
    result: Result<HTTPAnswer, TransportFailure>, sent: Instant, received: Instant, phases: Phases
  ) {
    self.result = result
    self.sent = sent
    self.received = received
    self.phases = phases
  }
}

/// Why there is no answer.
public struct TransportFailure: Error, Sendable, Hashable, Codable {
  public var kind: Kind
  /// Whether the request may have reached the server: then its outcome is unknown.
  public var wasSent: Bool
  /// libcurl's own words, in English.
  public var detail: String

  public init(kind: Kind, wasSent: Bool, detail: String) {
    self.kind = kind
    self.wasSent = wasSent
    self.detail = detail
  }

  public enum Kind: String, Sendable, Hashable, Codable {
    case badURL, nameNotResolved, refused, tls, timeout, lost, tooLarge, malformed, cancelled, other
  }
}
