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
