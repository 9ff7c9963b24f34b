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
  public var connection: Connection

  public init(
    method: String, url: String, headers: [HeaderField], body: [UInt8]?, timeout: Nanoseconds,
    follow: Int, maximumAnswer: Int, connection: Connection = .standard
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.follow = follow
    self.maximumAnswer = maximumAnswer
    self.connection = connection
  }
}
