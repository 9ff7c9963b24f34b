/// A header as it was sent; names of answers are lower case.
public struct HeaderField: Sendable, Hashable, Codable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
