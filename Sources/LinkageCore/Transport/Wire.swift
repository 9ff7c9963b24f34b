/// What went over the wire for one exchange.
///
/// Where redirects were followed, requests and heads of all hops count, and of bodies the last one's.
/// What a tunnel through a proxy took does not count.
public struct Wire: Sendable, Hashable, Codable {
  /// Bytes of the request, headers included, as HTTP/1.1 writes them.
  public var sentBytes: Int
  /// Bytes of the answer as they came, headers included; a packed body counts packed.
  public var receivedBytes: Int
  /// `1.0`, `1.1`, `2`; `nil` where no answer came.
  public var version: String?
  /// `127.0.0.1:4701`, `[::1]:443`: where the connection led, which is the proxy where there is one.
  public var remote: String?

  public init(sentBytes: Int, receivedBytes: Int, version: String?, remote: String?) {
    self.sentBytes = sentBytes
    self.receivedBytes = receivedBytes
    self.version = version
    self.remote = remote
  }

  public static let nothing = Wire(sentBytes: 0, receivedBytes: 0, version: nil, remote: nil)
}
