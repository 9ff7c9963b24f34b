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
