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
  /// The path of a file with the authorities to trust, in PEM and instead of the system's; `nil`
  /// for the system's.
  public var authority: String?

  public init(
    method: String, url: String, headers: [HeaderField], body: [UInt8]?, timeout: Nanoseconds,
    follow: Int, maximumAnswer: Int, authority: String? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.follow = follow
    self.maximumAnswer = maximumAnswer
    self.authority = authority
  }
}
