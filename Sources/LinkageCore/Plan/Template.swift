public import CEL
public import Values

/// An expression of a file, with where it stands.
public struct Located: Sendable {
  public var expression: Expression
  public var place: Place

  public init(expression: Expression, place: Place) {
    self.expression = expression
    self.place = place
  }
}

/// A value of a file in which `${ … }` is filled in when the step runs.
public indirect enum Template: Sendable {
  case constant(Value)
  /// A string that is one `${ … }` alone: the value with its type.
  case value(Located)
  /// A string with `${ … }` among other text.
  case text([Piece])
  case list([Template])
  case map([Entry])

  public enum Piece: Sendable {
    case literal(String)
    case value(Located)
  }

  public struct Entry: Sendable {
    public var key: String
    public var value: Template

    public init(key: String, value: Template) {
      self.key = key
      self.value = value
    }
  }
}

/// A named expression: an entry of `let`, `out`, `errors` or `session`, in the file's order.
public struct NamedExpression: Sendable {
  public var name: String
  public var located: Located

  public init(name: String, located: Located) {
    self.name = name
    self.located = located
  }
}
