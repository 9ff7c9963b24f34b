/// Names a cookie jar of a transport.
public struct SessionID: Sendable, Hashable {
  public var number: Int

  public init(number: Int) {
    self.number = number
  }
}
