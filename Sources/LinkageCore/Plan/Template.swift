public import Values

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
