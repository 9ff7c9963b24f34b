/// A named expression: an entry of `let`, `out`, `errors` or `session`, in the file's order.
public struct NamedExpression: Sendable {
  public var name: String
  public var located: Located

  public init(name: String, located: Located) {
    self.name = name
    self.located = located
  }
}
